import { expect, test } from 'vitest';
import { filesIn, textOf } from './sources.ts';

const specs = filesIn(['src'], /\/SPEC\.md$/);
const tests = filesIn(['src', 'tests'], /\.(test|contract|spec)\.ts$/);
const written = specs.flatMap((spec) => [...textOf(spec).matchAll(/^- \*\*([A-Z]{2}-\d+)\*\* /gm)].map(idOf));
const cited = new Set(tests.flatMap(citedIn));

test('every rule of a SPEC.md has a test whose title cites it', () => {
  expect(written.filter((id) => !cited.has(id))).toEqual([]);
});

test('every rule that a title cites is written in a SPEC.md', () => {
  expect([...cited].filter((id) => !written.includes(id))).toEqual([]);
});

test('no id stands for two rules', () => {
  expect(written.filter((id, place) => written.indexOf(id) !== place)).toEqual([]);
});

/** The ids at the start of titles: `test('[JN-2] …'`. */
function citedIn(path: string): string[] {
  const titles = textOf(path).matchAll(/\(\s*['"`]((?:\[[A-Z]{2}-\d+\] ?)+)/g);
  return [...titles].flatMap(([, ids = '']) => [...ids.matchAll(/\[([A-Z]{2}-\d+)\]/g)].map(idOf));
}

function idOf([, id = '']: RegExpExecArray): string {
  return id;
}
