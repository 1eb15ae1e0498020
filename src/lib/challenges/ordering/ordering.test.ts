import { expect, test } from 'vitest';
import { hostileResponses } from '../hostile-responses.ts';
import { orderingKind as kind, type OrderingParams } from './challenge.ts';

const asIs = (text: string): string => text;
const ids = ['one', 'two', 'three', 'four'];
const params: OrderingParams = { items: ids.map((id) => ({ id, text: `@${id}` })) };
const graded = (...order: string[]) => kind.grade(params, { order }, asIs);

test('the right order is right, one item out of place is half of it', () => {
  expect(graded(...ids)).toEqual({ outcome: 'correct', score: 2, steps: 2, mistakes: [] });
  expect(graded('four', 'one', 'two', 'three')).toMatchObject({ outcome: 'partial', score: 1 });
  expect(graded('one', 'three', 'two', 'four')).toMatchObject({ outcome: 'partial', score: 1 });
  expect(graded('two', 'one', 'four', 'three')).toMatchObject({ outcome: 'incorrect', score: 0 });
  expect(graded('four', 'three', 'two', 'one')).toMatchObject({ outcome: 'incorrect', score: 0 });
});

test('an order with an item missing, doubled or unknown is not right', () => {
  expect(graded('one', 'two', 'three').outcome).toBe('incorrect');
  expect(graded('one', 'two', 'three', 'three').outcome).toBe('incorrect');
  expect(graded('one', 'two', 'three', 'five').outcome).toBe('incorrect');
  expect(graded(...ids, 'four').outcome).toBe('incorrect');
});

test('what is no response is not right, and nothing throws', () => {
  for (const hostile of hostileResponses) {
    expect(kind.grade(params, hostile as never, asIs).outcome).toBe('incorrect');
  }
});

test('its texts, its guessing, its faults and what of a response may leave', () => {
  expect(kind.texts(params)).toEqual(['@one', '@two', '@three', '@four']);
  expect(kind.guessing(params)).toBeCloseTo(1 / 24);
  expect(kind.faults(params)).toEqual([]);
  expect(kind.faults({ items: [...params.items, { id: 'one', text: '@first' }] })).toHaveLength(1);
});
