import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digest, generateStoredSigningKey, signerOfJwk, verify } from '#lib/base/platform/crypto.ts';
import * as registry from '#lib/challenges/registry.ts';
import type { SourceFiles } from '../authored.ts';
import { checkSources } from '../check.ts';
import { compileBundle, type CompiledBundle } from '../compile.ts';
import { tinySources, withFile } from '../tiny-sources.ts';
import { verifyManifest } from '../verify.ts';
import { chunkPath, manifestPath } from './bundle-files.ts';
import { bundlesIn, chunkBytes, contentOf, itemsOf, publishedManifest } from './bundle-reader.ts';
import { signBundle, writeBundle } from './bundle-writer.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundles-'));
});
afterEach(async () => rm(folder, { recursive: true }));

async function compiled(files: SourceFiles = tinySources): Promise<CompiledBundle> {
  const { bundles, framework } = checkSources(files, registry);
  return compileBundle(bundles[0] as (typeof bundles)[number], framework, digest);
}
const changed = () =>
  compiled(withFile('tiny/challenges/1.1/right-time/fr.md', (text) => text.replace('Un blog', 'Le blog')));
const harder = () =>
  compiled(
    withFile('tiny/challenges/1.1/right-time/challenge.yaml', (text) => text.replace('level: 2', 'level: 5')),
  );

test('[CT-10] the same content keeps its revision, changed content takes the next', async () => {
  expect(await writeBundle(folder, await compiled())).toMatchObject({
    revision: 1,
    isNew: true,
    isSigned: false,
  });
  expect(await writeBundle(folder, await compiled())).toMatchObject({ revision: 1, isNew: false });
  expect(await writeBundle(folder, await changed())).toMatchObject({ revision: 2, isNew: true });
  expect(await writeBundle(folder, await compiled())).toMatchObject({ revision: 3, isNew: true });
  expect((await publishedManifest(folder, 'tiny'))?.manifest.revision).toBe(3);
});

test('[CT-10] earlier revisions stay, with their items and their content', async () => {
  await writeBundle(folder, await compiled());
  await writeBundle(folder, await harder());
  expect((await itemsOf(folder, 'tiny', 1))?.map(({ level }) => level)).toEqual([2, 4]);
  expect((await itemsOf(folder, 'tiny', 2))?.map(({ level }) => level)).toEqual([5, 4]);
  expect(await itemsOf(folder, 'tiny', 3)).toBeUndefined();
  const old = await contentOf(folder, 'tiny', 1, 'fr', digest);
  expect(old?.challenges.get('1.1/right-time')?.challenge.level).toBe(2);
});

test('[CT-10] a number is never given twice, even when the revision in use was taken back', async () => {
  await writeBundle(folder, await compiled());
  await writeBundle(folder, await changed());
  await writeFile(manifestPath(folder, 'tiny'), await readFile(manifestPath(folder, 'tiny', 1)));
  expect(await writeBundle(folder, await harder())).toMatchObject({ revision: 3 });
});

test('[CT-10] a folder that lost its past goes on above a number', async () => {
  expect(await writeBundle(folder, await compiled(), { after: 41 })).toMatchObject({ revision: 42 });
});

test('[CT-11] what is signed verifies, at once or later; a new revision is unsigned until it is signed', async () => {
  const { publicKey, privateJwk } = await generateStoredSigningKey();
  const sign = await signerOfJwk(privateJwk);
  const verified = async () => {
    const published = await publishedManifest(folder, 'tiny');
    if (published === undefined) throw new Error('no manifest');
    const result = await verifyManifest(published.bytes, published.signature, [publicKey], 0, {
      verify,
      digest,
    });
    return result.ok ? result.value.manifest.revision : result.reason;
  };
  expect(await writeBundle(folder, await compiled(), { sign })).toMatchObject({ isSigned: true });
  expect(await verified()).toBe(1);
  expect(await writeBundle(folder, await compiled())).toMatchObject({ isNew: false, isSigned: true });
  await writeBundle(folder, await changed());
  expect(await verified()).toBe('unsigned');
  expect(await readdir(join(folder, 'tiny'))).not.toContain('manifest.sig');
  expect(await signBundle(folder, 'tiny', sign)).toMatchObject({ revision: 2, isSigned: true });
  expect(await verified()).toBe(2);
  expect(await readdir(join(folder, 'tiny'))).toContain('manifest.sig');
  expect(await signBundle(folder, 'nothing', sign)).toBeUndefined();
});

test('[CT-12] a damaged chunk is not read, and is mended by the next compilation', async () => {
  const content = await compiled();
  await writeBundle(folder, content);
  const { sha256 } = content.manifest.chunks[0] as (typeof content.manifest.chunks)[number];
  await writeFile(chunkPath(folder, 'tiny', sha256), 'damaged');
  expect(await contentOf(folder, 'tiny', 1, 'fr', digest)).toBeUndefined();
  await writeBundle(folder, content);
  expect(await contentOf(folder, 'tiny', 1, 'fr', digest)).toBeDefined();
});

test('[CT-15] names from outside never leave the folder', async () => {
  await writeBundle(folder, await compiled());
  expect(await bundlesIn(folder)).toEqual(['tiny']);
  expect(await bundlesIn(join(folder, 'nowhere'))).toEqual([]);
  for (const name of ['..', '../tiny', 'tiny/../tiny', '', '.', 'TINY', 'tiny\u0000']) {
    expect(await publishedManifest(folder, name)).toBeUndefined();
    expect(await chunkBytes(folder, name, 'a'.repeat(64))).toBeUndefined();
  }
  for (const address of ['../manifest.json', 'a', `${'a'.repeat(63)}/`, 'A'.repeat(64)]) {
    expect(await chunkBytes(folder, 'tiny', address)).toBeUndefined();
  }
  for (const revision of [0.5, Number.NaN, -1])
    expect(await itemsOf(folder, 'tiny', revision)).toBeUndefined();
});
