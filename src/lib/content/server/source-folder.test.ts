import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as registry from '#lib/challenges/registry.ts';
import { checkSources } from '../check.ts';
import { readSources } from './source-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sources-'));
  await mkdir(join(folder, 'tiny'));
});
afterEach(async () => rm(folder, { recursive: true }));

test('[CT-20] of a picture far too large, and of what nothing uses, only the length is read', async () => {
  await writeFile(join(folder, 'tiny/bundle.yaml'), 'id: tiny\n');
  await writeFile(join(folder, 'tiny/plan.svg'), '<svg/>');
  for (const name of ['tiny/huge.png', 'tiny/film.mp4']) {
    await writeFile(join(folder, name), '');
    await truncate(join(folder, name), 30_000_000);
  }
  const files = await readSources(folder);
  expect(files.get('tiny/bundle.yaml')).toBe('id: tiny\n');
  expect(files.get('tiny/plan.svg')).toEqual({ length: 6, bytes: new TextEncoder().encode('<svg/>') });
  for (const name of ['tiny/huge.png', 'tiny/film.mp4'])
    expect(files.get(name)).toEqual({ length: 30_000_000, bytes: undefined });
});

test('[CT-20] a picture of 30 MB is told with its size, and how to mend it', async () => {
  const challenge = join(folder, 'tiny/challenges/1.1/plan');
  await mkdir(challenge, { recursive: true });
  await writeFile(join(challenge, 'plan.png'), '');
  await truncate(join(challenge, 'plan.png'), 30_000_000);
  await writeFile(
    join(challenge, 'challenge.yaml'),
    `kind: hotspot
skill: 1.1.find
level: 1
params: { picture: { file: plan.png, alt: '@alt' }, zones: [], answers: [] }
examples: [{ outcome: correct, response: {} }, { outcome: incorrect, response: {} }]
`,
  );
  const { faults } = checkSources(await readSources(folder), registry);
  expect(faults).toContainEqual({
    file: 'tiny/challenges/1.1/plan/plan.png',
    line: 1,
    rule: 'heavyPicture',
    message: 'the picture has 30000 KB',
    mend: 'Make it smaller, or draw it as SVG.',
  });
});
