import { expect, test } from 'vitest';
import * as v from 'valibot';
import { hostileResponses } from '../hostile-responses.ts';
import { textSelectionKind } from './challenge.ts';

const params = v.parse(textSelectionKind.params, {
  pieces: [
    { id: 'a', text: '@a' },
    { id: 'b', text: '@b', mistake: 'not-b' },
    { id: 'c', text: '@c', begins: true },
  ],
  answers: ['a', 'c'],
});
const grade = (...selected: readonly string[]) =>
  textSelectionKind.grade(params, { selected: [...selected] }, (text) => text);

test('a point for each right piece, less one for each wrong one', () => {
  expect(grade('c', 'a').outcome).toBe('correct');
  expect(grade('a')).toMatchObject({ outcome: 'partial', score: 1 });
  expect(grade('a', 'b')).toMatchObject({ outcome: 'incorrect', mistakes: ['not-b'] });
  expect(grade('a', 'b', 'c')).toMatchObject({ outcome: 'partial', score: 1 });
  // Saying it twice is saying it once.
  expect(grade('a', 'a').score).toBe(1);
});

test('a hostile response is never right and never throws', () => {
  for (const response of [...hostileResponses, { selected: [null] }, { selected: ['__proto__'] }]) {
    expect(textSelectionKind.grade(params, response as never, (text) => text).score).toBe(0);
  }
});

test('answers that are no pieces, or have a mistake, are told', () => {
  expect(textSelectionKind.faults({ ...params, answers: ['b', 'z'] })).toHaveLength(2);
});
