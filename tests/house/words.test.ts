import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, project, textOf } from './sources.ts';

const unfinished = /\b(todo|fixme|xxx|stub(bed|s)?|not (yet )?implemented|coming soon)\b/i;
const elsewhere = /(^|[\s'"`(=:])\/(work|root|home|Users)\//;

const texts = [
  ...filesIn(
    ['src', 'tests', 'docs', 'content-bundles', '.ci'],
    /(\.(ts|js|svelte|css|html|json|md|yaml)|\/run)$/,
  ),
  ...['README.md', 'package.json', 'svelte.config.js', 'vite.config.ts', 'playwright.config.ts'],
].filter((path) => !path.startsWith('tests/house/') && existsSync(join(project, path)));

test('nothing is left to be finished', () => {
  expect(linesThat(unfinished)).toEqual([]);
});

test('nothing leads to a place on the machine of whoever wrote it', () => {
  expect(linesThat(elsewhere)).toEqual([]);
});

function linesThat(pattern: RegExp): string[] {
  return texts.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, place) => (pattern.test(line) ? [`${path}:${place + 1} ${line.trim()}`] : [])),
  );
}
