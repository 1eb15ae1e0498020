import { expect, test } from 'vitest';
import { answersToReview, mannerOf } from './manner.ts';

const given = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

test('[AS-9] a test looks back every five answers, and at what is left when it ends', () => {
  const manner = mannerOf('diagnostic');
  expect(answersToReview(given(4), manner, false)).toEqual([]);
  expect(answersToReview(given(5), manner, false)).toEqual([1, 2, 3, 4, 5]);
  expect(answersToReview(given(10), manner, true)).toEqual([6, 7, 8, 9, 10]);
  expect(answersToReview(given(12), manner, true)).toEqual([11, 12]);
});

test('[AS-9] practice looks back at once; flash and certification on the pages of the result', () => {
  expect(answersToReview(given(3), mannerOf('practice'), false)).toEqual([3]);
  expect(answersToReview(given(8), mannerOf('flash'), true)).toEqual([]);
  expect(answersToReview(given(32), mannerOf('certification'), true)).toEqual([]);
});

test('[AS-10] a certification has neither help nor an unlimited time; an unknown policy is an ordinary test', () => {
  expect(mannerOf('certification')).toMatchObject({ hasHelp: false, isExam: true });
  expect(mannerOf('one-of-tomorrow')).toEqual(mannerOf('diagnostic'));
});
