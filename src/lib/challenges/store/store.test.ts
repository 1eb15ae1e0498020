import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { StoreAction } from './action.ts';
import { storeSimulator } from './challenge.ts';
import { refusalOf } from './refusal.ts';
import { storeFaults, storeStart } from './start.ts';
import { appsFound, type StoreState } from './state.ts';

const base = { publisher: 'P', about: 'A', rating: 4, ratings: 10, size: 100, updated: '2026-01-01' };
const written = {
  free: 120,
  settings: { age: 12 },
  apps: [
    { ...base, id: 'paid', name: 'Torch Gold', sponsored: true, price: 2 },
    { ...base, id: 'torch', name: 'Torch light' },
    { ...base, id: 'light', name: 'Light', size: 150 },
    { ...base, id: 'adult', name: 'War', age: 18 as const },
    {
      ...base,
      id: 'yoga',
      name: 'Yoga',
      installed: true,
      subscribed: true,
      update: true,
      subscription: { price: 9.99, every: 'week' as const, trial: 7 },
    },
  ],
};
const start = v.parse(storeStart, written);

function after(...actions: readonly StoreAction[]): StoreState {
  return actions.reduce(
    (state, action) => storeSimulator.apply(state, action, start, (text) => text),
    storeSimulator.begin(start, (text) => text),
  );
}
const facts = (...actions: readonly StoreAction[]): ReturnType<typeof storeSimulator.facts> =>
  storeSimulator.facts(after(...actions), start);

test('what is paid for is found first, then what meets more words', () => {
  expect(appsFound('a torch light', start, (text) => text)).toEqual(['paid', 'torch', 'light']);
  expect(appsFound('nothing at all like it', start, (text) => text)).toEqual([]);
});

test('an app needs room and an age, and gives its room back', () => {
  expect(refusalOf(after(), { do: 'install', app: 'light' }, start)).toBe('noRoom');
  expect(refusalOf(after(), { do: 'install', app: 'adult' }, start)).toBe('tooYoung');
  expect(facts({ do: 'install', app: 'light' })['light.installed']).toBe(false);
  expect(facts({ do: 'uninstall', app: 'yoga' }, { do: 'install', app: 'light' })).toMatchObject({
    'light.installed': true,
    free: 70,
  });
});

test('a subscription outlives its app, and is cancelled by itself', () => {
  expect(facts({ do: 'uninstall', app: 'yoga' })['yoga.subscribed']).toBe(true);
  expect(facts({ do: 'cancel', app: 'yoga' })).toMatchObject({
    'yoga.subscribed': false,
    'yoga.cancelled': true,
  });
  // A trial costs nothing today.
  expect(facts({ do: 'cancel', app: 'yoga' }, { do: 'subscribe', app: 'yoga' }).spent).toBe(0);
});

test('what was bought here is refunded once', () => {
  const bought = { do: 'install', app: 'paid' } as const;
  expect(facts(bought).spent).toBe(2);
  expect(facts(bought, { do: 'refund', app: 'paid' }, { do: 'refund', app: 'paid' }).spent).toBe(0);
  expect(facts({ do: 'refund', app: 'yoga' })['yoga.refunded']).toBe(false);
});

test('a start that makes no sense is told', () => {
  const faults = storeFaults(
    v.parse(storeStart, {
      apps: [
        { ...base, id: 'a', name: 'A', spread: [10, 10, 10, 10, 10] },
        { ...base, id: 'a', name: 'A', update: true },
        { ...base, id: 'free', name: 'A', subscribed: true },
      ],
    }),
  );
  expect(faults).toHaveLength(5);
});
