import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from './sources.ts';

const sources = filesIn(['src/lib'], /\.(ts|js|svelte)$/);

test('a file is named after its noun: kebab-case.ts, PascalCase.svelte', () => {
  const asAsked = /^([a-z0-9]+(-[a-z0-9]+)*(\.(svelte|test|contract))?\.(ts|js)|([A-Z][a-z0-9]*)+\.svelte)$/;
  expect(sources.filter((path) => !asAsked.test(basename(path)))).toEqual([]);
});

test('no file hides where a name comes from', () => {
  expect(sources.filter((path) => /^index\./.test(basename(path)))).toEqual([]);
});

test('no file or folder could hold anything at all', () => {
  const anything = /\/(utils?|helpers?|common|shared|services?|managers?)(\/|\.)/;
  const words = /^src\/lib\/i18n\/messages\/[a-z]+\/common\.ts$/;
  expect(sources.filter((path) => anything.test(path) && !words.test(path))).toEqual([]);
});
