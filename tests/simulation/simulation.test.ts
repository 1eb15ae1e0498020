import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planted } from './planted.ts';

test('[SY-61] a few devices meet many faults; nothing is lost, doubled, moved or sent without consent', () => {
  const args = ['tests/simulation/run.ts', '--runs', '8', '--seed', '1', '--json'];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).not.toContain('failed');
  expect(status).toBe(0);
  const counts: unknown = JSON.parse(stdout);
  expect(counts).toMatchObject({ runs: 8, lost: 0, doubled: 0, reordered: 0, withoutConsent: 0, failed: [] });
  expect((counts as { faults: number }).faults).toBeGreaterThan(50);
});

test('[SY-61] every bug that is planted on purpose finds the text that it changes', () => {
  for (const { name, files } of planted) {
    for (const { file, edits } of files) {
      let text = readFileSync(file, 'utf8');
      for (const [find, put] of edits) {
        expect(text, `${name}, in ${file}`).toContain(find);
        text = text.replace(find, () => put);
      }
    }
  }
});
