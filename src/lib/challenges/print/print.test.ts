import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { PrintAction } from './action.ts';
import { printSimulator } from './challenge.ts';
import { pagesIn, sheetsOf } from './pages.ts';
import { refusalOf } from './refusal.ts';
import { savedSize } from './size.ts';
import { printFaults, printStart } from './start.ts';
import type { PrintState } from './state.ts';

const start = v.parse(printStart, {
  document: { title: 'T', pages: 6 },
  printers: [
    { id: 'grey', name: 'Grey', colour: false, twoSides: false },
    { id: 'full', name: 'Full', paper: false },
  ],
  jobs: [
    { id: 'stuck', title: 'S', by: 'B', printer: 'full', state: 'blocked' },
    { id: 'next', title: 'N', by: 'B', printer: 'full' },
  ],
  formats: ['pdf', 'odt'],
  receivers: [{ id: 'ann', name: 'Ann' }],
});

function after(...actions: readonly PrintAction[]): PrintState {
  return actions.reduce(
    (state, action) => printSimulator.apply(state, action, start, (text) => text),
    printSimulator.begin(start, (text) => text),
  );
}
const facts = (...actions: readonly PrintAction[]): ReturnType<typeof printSimulator.facts> =>
  printSimulator.facts(after(...actions), start);

test.each([
  ['', [1, 2, 3, 4, 5, 6]],
  ['2-3', [2, 3]],
  [' 5 ; 1-2 , 2', [1, 2, 5]],
  ['0', undefined],
  ['3-2', undefined],
  ['5-7', undefined],
  ['two', undefined],
])('« %s » names the pages %j', (text, pages) => {
  expect(pagesIn(text, 6)).toEqual(pages);
});

test('sheets are counted by sides, pages on a side and copies', () => {
  expect([sheetsOf(8, 4, true, 1), sheetsOf(3, 1, true, 2), sheetsOf(5, 2, false, 1)]).toEqual([1, 4, 3]);
});

test('a printer is asked only for what it can do', () => {
  expect(refusalOf(after(), { do: 'twoSides', on: true }, start)).toBe('oneSideOnly');
  expect(refusalOf(after(), { do: 'colour', on: true }, start)).toBe('noColour');
  const back = after(
    { do: 'printer', id: 'full' },
    { do: 'twoSides', on: true },
    { do: 'printer', id: 'grey' },
  );
  expect(back.setting.twoSides).toBe(false);
  expect(facts({ do: 'pages', text: '9' }, { do: 'print' }).ordered).toBe(0);
});

test('a blocked job and missing paper hold up the rest, which then comes out by itself', () => {
  const waiting = [{ do: 'printer', id: 'full' }, { do: 'print' }] as const;
  expect(facts(...waiting)).toMatchObject({ 'mine-1.state': 'waiting', 'last.done': false, printed: 0 });
  expect(facts(...waiting, { do: 'load', printer: 'full' })['last.done']).toBe(false);
  expect(facts(...waiting, { do: 'load', printer: 'full' }, { do: 'cancel', job: 'stuck' })).toMatchObject({
    'next.state': 'done',
    'last.done': true,
    printed: 1,
  });
});

test('what is saved is told for each receiver', () => {
  expect(facts({ do: 'format', as: 'odt' }, { do: 'save' })).toMatchObject({
    'ann.format': 'odt',
    'saved.name': 'T',
  });
  expect(refusalOf(after({ do: 'name', text: ' ' }), { do: 'save' }, start)).toBe('noName');
  expect(facts({ do: 'format', as: 'heic' }, { do: 'save' })['ann.format']).toBe('pdf');
});

test('half as wide is four times lighter, and less quality lighter still', () => {
  const picture = [4000, 3000];
  const full = savedSize('jpg', 1, picture, 4000, 'high');
  expect(savedSize('jpg', 1, picture, 2000, 'high') * 4).toBe(full);
  expect(savedSize('jpg', 1, picture, 4000, 'low')).toBeLessThan(full / 4);
  // A picture never grows.
  expect(savedSize('jpg', 1, picture, 9000, 'high')).toBe(full);
});

test('a start that makes no sense is told', () => {
  const faults = printFaults(
    v.parse(printStart, {
      document: { title: 'T', pages: 2, picture: [200, 200] },
      jobs: [{ id: 'last', title: 'S', by: 'B', printer: 'none' }],
    }),
  );
  expect(faults).toHaveLength(4);
});
