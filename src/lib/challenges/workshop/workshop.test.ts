import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { WorkshopAction } from './action.ts';
import { workshopSimulator } from './challenge.ts';
import { refusalOf } from './change.ts';
import { workshopFaults, workshopStart } from './start.ts';
import type { WorkshopState } from './state.ts';
import { holds } from './works.ts';

const start = v.parse(workshopStart, {
  devices: [
    { id: 'wall', name: 'Wall', kind: 'wall', ports: [{ id: 'a', plug: 'power' }] },
    {
      id: 'strip',
      name: 'Strip',
      kind: 'strip',
      on: true,
      powered: false,
      ports: [
        { id: 'in', plug: 'power' },
        { id: 'a', plug: 'power' },
        { id: 'b', plug: 'power' },
      ],
    },
    {
      id: 'screen',
      name: 'Screen',
      kind: 'screen',
      on: true,
      ports: [
        { id: 'power', plug: 'power' },
        { id: 'hdmi', plug: 'hdmi' },
      ],
    },
    {
      id: 'laptop',
      name: 'Laptop',
      kind: 'computer',
      powered: false,
      ports: [{ id: 'hdmi', plug: 'hdmi' }],
      controls: [
        {
          id: 'mode',
          label: 'M',
          value: 'one',
          options: [
            { id: 'one', text: '1' },
            { id: 'two', text: '2' },
          ],
        },
      ],
    },
  ],
  cables: [
    { id: 'main', name: 'Main', ends: ['power', 'power'], in: ['wall.a', 'strip.in'] },
    { id: 'feed', name: 'Feed', ends: ['power', 'power'], in: ['strip.a', 'screen.power'] },
    { id: 'picture', name: 'Picture', ends: ['hdmi', 'hdmi'], in: [null, 'laptop.hdmi'] },
    { id: 'dead', name: 'Dead', ends: ['hdmi', 'hdmi'], broken: true },
  ],
  rules: [
    { id: 'shown', needs: ['screen', 'screen<laptop:hdmi', 'laptop.mode=two'] },
    { id: 'circle', needs: ['circle'] },
  ],
});

function after(...actions: readonly WorkshopAction[]): WorkshopState {
  return actions.reduce(
    (state, action) => workshopSimulator.apply(state, action, start, (text) => text),
    workshopSimulator.begin(start, (text) => text),
  );
}
const facts = (...actions: readonly WorkshopAction[]): ReturnType<typeof workshopSimulator.facts> =>
  workshopSimulator.facts(after(...actions), start);

test('current comes from the wall through strips that are on', () => {
  expect(facts()).toMatchObject({ 'screen.power': true, 'screen.works': true, 'laptop.works': true });
  expect(facts({ do: 'switch', device: 'strip', on: false })['screen.works']).toBe(false);
  expect(facts({ do: 'unplug', cable: 'main', end: 0 })['screen.power']).toBe(false);
  // A strip plugged into itself gives nothing, and is no endless loop.
  expect(
    facts({ do: 'unplug', cable: 'main', end: 0 }, { do: 'plug', cable: 'main', end: 0, port: 'strip.b' })[
      'screen.power'
    ],
  ).toBe(false);
});

test('a rule holds when all it needs does', () => {
  const linked = [
    { do: 'plug', cable: 'picture', end: 0, port: 'screen.hdmi' },
    { do: 'set', device: 'laptop', control: 'mode', value: 'two' },
  ] as const;
  expect(facts(...linked).shown).toBe(true);
  expect(facts(...linked, { do: 'switch', device: 'screen', on: false }).shown).toBe(false);
  expect(facts().circle).toBe(false);
  expect(holds(after(), start, '!screen<laptop')).toBe(true);
});

test('a broken cable fits and links nothing', () => {
  const dead = facts(
    { do: 'unplug', cable: 'picture', end: 1 },
    { do: 'plug', cable: 'dead', end: 0, port: 'screen.hdmi' },
    { do: 'plug', cable: 'dead', end: 1, port: 'laptop.hdmi' },
    { do: 'set', device: 'laptop', control: 'mode', value: 'two' },
  );
  expect(dead['dead.in']).toEqual(['screen.hdmi', 'laptop.hdmi']);
  expect(dead.shown).toBe(false);
});

test('a plug goes only into its own kind, and not where another is', () => {
  expect(refusalOf(after(), { do: 'plug', cable: 'picture', end: 0, port: 'strip.b' }, start)).toBe('noFit');
  expect(refusalOf(after(), { do: 'plug', cable: 'dead', end: 0, port: 'laptop.hdmi' }, start)).toBe('taken');
  expect(after({ do: 'plug', cable: 'picture', end: 0, port: 'strip.b' })).toEqual(after());
});

test('what is off is not restarted, and the order of restarts is kept', () => {
  const restarts = facts(
    { do: 'restart', device: 'strip' },
    { do: 'restart', device: 'laptop' },
    { do: 'restart', device: 'screen' },
  );
  expect(restarts['restarted.order']).toBe('strip screen');
  expect(
    facts({ do: 'switch', device: 'screen', on: false }, { do: 'restart', device: 'screen' })[
      'screen.restarts'
    ],
  ).toBe(0);
});

test('a start that makes no sense is told', () => {
  const faults = workshopFaults(
    v.parse(workshopStart, {
      devices: [
        {
          id: 'box',
          name: 'B',
          kind: 'box',
          ports: [{ id: 'p', plug: 'power' }],
          controls: [
            {
              id: 'c',
              label: 'C',
              value: 'x',
              options: [
                { id: 'a', text: 'A' },
                { id: 'b', text: 'B' },
              ],
            },
          ],
        },
        { id: 'moves', name: 'M', kind: 'disk' },
      ],
      cables: [
        { id: 'one', name: 'O', ends: ['usb', 'power'], in: ['box.p', 'box.p'] },
        { id: 'box', name: 'T', ends: ['usb', 'usb'], in: ['none.p', null] },
      ],
    }),
  );
  expect(faults).toHaveLength(6);
});
