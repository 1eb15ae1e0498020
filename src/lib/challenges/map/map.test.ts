import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { MapAction } from './action.ts';
import { mapSimulator } from './challenge.ts';
import { journey, minutesOf, timeOf, wayBetween } from './route.ts';
import { mapFaults, mapStart } from './start.ts';

const start = v.parse(mapStart, {
  title: 'T',
  now: '08:00',
  me: 'a',
  corners: [
    { id: 'a', x: 0, y: 0 },
    { id: 'b', x: 30, y: 0 },
    { id: 'c', x: 30, y: 40 },
    { id: 'z', x: 90, y: 90 },
  ],
  streets: [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
    { from: 'c', to: 'a', closed: ['car'] },
  ],
  places: [
    { id: 'home', name: 'Home', at: 'a', kind: 'home' },
    { id: 'hall', name: 'Town hall', at: 'c', kind: 'hall' },
    { id: 'isle', name: 'Isle', at: 'z', kind: 'park' },
  ],
  lines: [
    {
      id: 'bus',
      name: 'Bus',
      stops: [
        { at: 'b', after: 0 },
        { at: 'c', after: 3 },
      ],
      departs: ['07:00', '08:10'],
    },
  ],
  people: [{ id: 'lou', name: 'Lou', sees: 480 }],
});
const facts = (...actions: readonly MapAction[]): ReturnType<typeof mapSimulator.facts> =>
  mapSimulator.facts(
    actions.reduce(
      (state, action) => mapSimulator.apply(state, action, start, (text) => text),
      mapSimulator.begin(start, (text) => text),
    ),
    start,
  );

test('the shortest way goes by the streets that are open', () => {
  expect(wayBetween(start, 'a', 'c', 'walk')?.corners).toEqual(['a', 'c']);
  expect(wayBetween(start, 'a', 'c', 'car')?.corners).toEqual(['a', 'b', 'c']);
  expect(wayBetween(start, 'a', 'z', 'walk')).toBeUndefined();
  // 50 units are a kilometre: 13.3 minutes on foot.
  expect(wayBetween(start, 'a', 'c', 'walk')?.minutes).toBeCloseTo(40 / 3, 9);
});

test('a bus is walked to, waited for and walked from', () => {
  const byBus = journey(start, 'a', 'c', 'bus', minutesOf('08:00'));
  expect(byBus && [timeOf(byBus.boards), timeOf(byBus.arrives), byBus.line]).toEqual([
    '08:10',
    '08:13',
    'bus',
  ]);
  expect(journey(start, 'a', 'c', 'bus', minutesOf('08:05'))).toBeUndefined();
});

test('a route is told from end to end, and modes are compared until an end changes', () => {
  expect(facts({ do: 'to', place: 'hall' }, { do: 'mode', by: 'bus' })).toMatchObject({
    'route.minutes': 13,
    'route.arrives': '08:13',
    'route.compared': ['walk', 'bus'],
  });
  expect(
    facts({ do: 'to', place: 'hall' }, { do: 'mode', by: 'bus' }, { do: 'to', place: 'home' })[
      'route.compared'
    ],
  ).toEqual(['bus']);
  expect(facts({ do: 'to', place: 'isle' })['route.arrives']).toBe('');
});

test('places are found by words, kept, and seen by those who may', () => {
  expect(facts({ do: 'search', text: 'the town' }).searched).toBe(true);
  expect(facts({ do: 'save', place: 'hall' }, { do: 'save', place: 'nowhere' }).saved).toEqual(['hall']);
  expect(facts()['shared.lou']).toBe(480);
  expect(facts({ do: 'share', person: 'lou', minutes: 15 })['shared.lou']).toBe(15);
  expect(facts({ do: 'stop', person: 'lou' }, { do: 'stop', person: '__proto__' })['shared.lou']).toBe(0);
});

test('a start that makes no sense is told', () => {
  const faults = mapFaults(
    v.parse(mapStart, {
      ...start,
      me: 'nowhere',
      people: [{ id: 'home', name: 'H' }],
      lines: [
        {
          id: 'route',
          name: 'R',
          stops: [
            { at: 'a', after: 5 },
            { at: 'b', after: 1 },
          ],
          departs: ['08:00'],
        },
      ],
    }),
  );
  expect(faults).toHaveLength(4);
});
