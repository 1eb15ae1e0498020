import { expect, test } from 'vitest';
import { hostileResponses } from '../hostile-responses.ts';
import { singleChoiceKind as kind, type SingleChoiceParams } from './challenge.ts';

const asIs = (text: string): string => text;
const params: SingleChoiceParams = {
  options: [
    { id: 'nine', text: '@nine' },
    { id: 'ten', text: '@ten', mistake: 'sunday' },
    { id: 'noon', text: '@noon' },
  ],
  answer: 'nine',
};

test('the answer is right, and another option leads to its feedback', () => {
  expect(kind.grade(params, { choice: 'nine' }, asIs)).toEqual({
    outcome: 'correct',
    score: 1,
    steps: 1,
    mistakes: [],
  });
  expect(kind.grade(params, { choice: 'ten' }, asIs)).toMatchObject({
    outcome: 'incorrect',
    mistakes: ['sunday'],
  });
  expect(kind.grade(params, { choice: 'noon' }, asIs)).toMatchObject({ outcome: 'incorrect', mistakes: [] });
});

test('what is no response is not right, and nothing throws', () => {
  for (const hostile of hostileResponses) {
    expect(kind.grade(params, hostile as never, asIs).outcome).toBe('incorrect');
  }
});

test('faults of sense are named', () => {
  expect(kind.faults(params)).toEqual([]);
  const again = { id: 'nine', text: '@nine', mistake: 'odd' };
  expect(kind.faults({ options: [again, again], answer: 'six' })).toHaveLength(3);
  expect(kind.faults({ ...params, answer: 'ten' })).toEqual(['the answer "ten" has a mistake']);
});

test('its texts, its guessing and what of a response may leave', () => {
  expect(kind.texts(params)).toEqual(['@nine', '@ten', '@noon']);
  const file = { data: 'data:image/png;base64,AA', width: 4, height: 3 };
  expect(kind.texts({ ...params, picture: { file, alt: '@alt' } })).toEqual([
    '@alt',
    '@nine',
    '@ten',
    '@noon',
  ]);
  expect(kind.guessing(params)).toBeCloseTo(1 / 3);
});
