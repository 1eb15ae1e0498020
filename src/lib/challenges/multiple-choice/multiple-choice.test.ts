import { expect, test } from 'vitest';
import { hostileResponses } from '../hostile-responses.ts';
import { multipleChoiceKind as kind, type MultipleChoiceParams } from './challenge.ts';

const asIs = (text: string): string => text;
const params: MultipleChoiceParams = {
  options: [
    { id: 'long', text: '@long' },
    { id: 'birth', text: '@birth', mistake: 'guessable' },
    { id: 'unique', text: '@unique' },
    { id: 'cat', text: '@cat', mistake: 'guessable' },
  ],
  answers: ['long', 'unique'],
};
const graded = (...choices: string[]) => kind.grade(params, { choices }, asIs);

test('a point for each right one, less one for each wrong one', () => {
  expect(graded('unique', 'long')).toEqual({ outcome: 'correct', score: 2, steps: 2, mistakes: [] });
  expect(graded('long')).toMatchObject({ outcome: 'partial', score: 1 });
  expect(graded('long', 'unique', 'cat')).toMatchObject({
    outcome: 'partial',
    score: 1,
    mistakes: ['guessable'],
  });
  expect(graded('long', 'cat')).toMatchObject({ outcome: 'incorrect', score: 0 });
  expect(graded('long', 'unique', 'cat', 'birth')).toMatchObject({ score: 0, mistakes: ['guessable'] });
});

test('naming one option several times earns nothing more', () => {
  expect(graded('long', 'long')).toMatchObject({ outcome: 'partial', score: 1 });
});

test('what is no response is not right, and nothing throws', () => {
  for (const hostile of hostileResponses) {
    expect(kind.grade(params, hostile as never, asIs).outcome).toBe('incorrect');
  }
});

test('faults of sense are named', () => {
  expect(kind.faults(params)).toEqual([]);
  expect(kind.faults({ ...params, answers: ['long', 'long', 'six'] })).toHaveLength(2);
  expect(kind.faults({ ...params, answers: ['long', 'cat'] })).toEqual(['the answer "cat" has a mistake']);
});

test('its texts, its guessing and what of a response may leave', () => {
  expect(kind.texts(params)).toHaveLength(4);
  expect(kind.guessing(params)).toBe(1 / 16);
});
