import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateStoredSigningKey } from '#lib/base/platform/crypto.ts';
import { tinySources } from '#lib/content/tiny-sources.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'content-'));
  for (const [path, text] of tinySources) {
    mkdirSync(dirname(join(folder, 'sound', path)), { recursive: true });
    writeFileSync(join(folder, 'sound', path), text);
  }
  cpSync(join(folder, 'sound'), join(folder, 'wrong'), { recursive: true });
  writeFileSync(join(folder, 'wrong/tiny/challenges/1.1/right-time/en.md'), '# Title\n');
  const { privateJwk } = await generateStoredSigningKey();
  writeFileSync(join(folder, 'key.json'), JSON.stringify(privateJwk));
});
afterAll(() => rmSync(folder, { recursive: true }));

function content(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/content.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('sound sources pass the check', () => {
  const { status, stdout } = content('check', '--source', join(folder, 'sound'));
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: 'tiny: 2 challenges and 0 lessons without a fault\n0 faults, 0 warnings\n',
  });
});

test('faults are told one a line, with how to mend them, and nothing is compiled', () => {
  const source = ['--source', join(folder, 'wrong')];
  const checked = content('check', ...source);
  expect(checked.status).toBe(1);
  expect(checked.stdout).toContain(
    'tiny/challenges/1.1/right-time/en.md:1 missingSection "## hint" is missing → Add "## hint" and its words.\n',
  );
  expect(content('check', ...source, 'tiny/challenges/1.1/right-word').status).toBe(0);
  const compiled = content('compile', ...source, '--out', join(folder, 'none'), '--json');
  expect(compiled.status).toBe(1);
  const told = JSON.parse(compiled.stdout) as { faults: { rule: string }[]; written: unknown[] };
  expect(told.faults[0]?.rule).toBe('missingSection');
  expect(told.written).toEqual([]);
});

test('sources are compiled, then signed', () => {
  const out = ['--out', join(folder, 'out')];
  const compiled = content('compile', '--source', join(folder, 'sound'), ...out);
  expect(compiled.stdout).toContain('tiny: revision 1, new, not signed\n');
  const signed = content('sign', ...out, '--key', join(folder, 'key.json'));
  expect(signed).toMatchObject({ status: 0, stdout: 'tiny: revision 1, as before, signed\n' });
  expect(readFileSync(join(folder, 'out/tiny/manifest.sig'))).toHaveLength(64);
});

const misuses: string[][] = [
  [],
  ['bake'],
  ['check', '--colour'],
  ['sign'],
  ['compile', '--after', 'x'],
  ['compile', 'path'],
  ['compile', '--key', 'package.json'],
  ['check', '--source', 'nowhere'],
];
const titled = misuses.map((args): [string, string[]] => [args.join(' ') || 'nothing', args]);
test.each(titled)('wrong usage exits with 2 and says how it is used: %s', (_, args) => {
  const { status, stderr, stdout } = content(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('Usage: content');
});

test('help is no error', () => {
  expect(content('--help')).toMatchObject({ status: 0, stderr: '' });
});
