import { expect, test } from 'vitest';
import { gesturesOf } from './way.ts';

test('a log of actions is shown action by action', () => {
  expect(gesturesOf([{ do: 'a' }, { do: 'b' }])).toEqual([[{ do: 'a' }], [{ do: 'a' }, { do: 'b' }]]);
});

test('a response of several parts is shown part by part', () => {
  expect(gesturesOf({ choices: ['a', 'b'] })).toEqual([{ choices: ['a'] }, { choices: ['a', 'b'] }]);
  expect(gesturesOf({ pairs: { x: 'a', y: 'b' } })).toEqual([
    { pairs: { x: 'a' } },
    { pairs: { x: 'a', y: 'b' } },
  ]);
});

test('an order, a choice and a text are one gesture', () => {
  for (const whole of [{ order: ['a', 'b'] }, { choice: 'a' }, { text: 'a' }, null, { choice: 'a', also: 1 }])
    expect(gesturesOf(whole)).toEqual([whole]);
});
