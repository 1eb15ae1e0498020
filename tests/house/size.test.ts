import { expect, test } from 'vitest';
import { filesIn, textOf } from './sources.ts';

const MOST_LINES = 300;

test(`no source file has more than ${MOST_LINES} lines`, () => {
  const sizes = filesIn(['src', 'tests'], /\.(ts|js|svelte)$/).map((path) => ({
    path,
    lines: textOf(path).trimEnd().split('\n').length,
  }));
  expect(sizes.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
});
