import { expect, test } from 'vitest';
import { answerOf } from './credit.ts';

test.each([
  [0, 0.5],
  [1, 0.5],
  [2, 0],
  [3, 0],
])('[AS-8] with help %i, two steps of four count as %d', (help, score) => {
  expect(answerOf({ item: 'a', score: 2, steps: 4, help })).toEqual({ item: 'a', score });
});

test('[AS-11] an answer carries its day', () => {
  const at = Date.UTC(2026, 0, 2, 23);
  expect(answerOf({ item: 'a', score: 1, steps: 1, help: 0, at }).day).toBe(
    Date.UTC(2026, 0, 2) / 86_400_000,
  );
});
