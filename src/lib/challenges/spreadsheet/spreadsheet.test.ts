import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { SpreadsheetAction } from './action.ts';
import { spreadsheetSimulator } from './challenge.ts';
import { spreadsheetFaults, spreadsheetStart } from './start.ts';
import type { SpreadsheetState } from './state.ts';

const written = {
  title: 'T',
  rows: [
    ['Name', 'Town', 'Price', 'Twice'],
    ['b', 'X', 3, '=C2*2'],
    ['a', 'Y', 10, '=C3*2'],
    ['c', 'X', 1, '=C4*2'],
    ['Total', null, '=SUM(C2:C4)', null],
  ],
};
const start = v.parse(spreadsheetStart, written);

function after(...actions: readonly SpreadsheetAction[]): SpreadsheetState {
  return actions.reduce(
    (state, action) => spreadsheetSimulator.apply(state, action, start, (text) => text),
    spreadsheetSimulator.begin(start, (text) => text),
  );
}
const facts = (...actions: readonly SpreadsheetAction[]): ReturnType<typeof spreadsheetSimulator.facts> =>
  spreadsheetSimulator.facts(after(...actions), start);

test('rows are sorted whole, and what is calculated in them moves with them', () => {
  const sorted = facts(
    { do: 'deleteRow', row: 5 },
    { do: 'sort', column: 'C', descending: true, whole: true },
  );
  expect(sorted).toMatchObject({ 'column.A': ['a', 'b', 'c'], 'column.D': ['20', '6', '2'], whole: true });
});

test('a column sorted alone tears the rows apart, for good', () => {
  const alone = { do: 'sort', column: 'A', descending: false, whole: false } as const;
  const torn = facts({ do: 'deleteRow', row: 5 }, alone);
  expect(torn).toMatchObject({ 'column.A': ['a', 'b', 'c'], 'column.C': ['3', '10', '1'], whole: false });
  expect(facts({ do: 'deleteRow', row: 5 }, alone, { ...alone, column: 'C', whole: true }).whole).toBe(false);
});

test('a filter hides and deletes nothing', () => {
  const filtered = facts({ do: 'filter', column: 'B', test: 'is', value: 'x' });
  expect(filtered).toMatchObject({ 'visible.A': ['b', 'c'], rows: 4, C5: 14 });
  expect(facts({ do: 'filter', column: 'C', test: 'atLeast', value: '3' })['visible.A']).toEqual([
    'b',
    'a',
    'Total',
  ]);
  expect(
    facts({ do: 'filter', column: 'B', test: 'is', value: 'x' }, { do: 'unfilter' })['filter.column'],
  ).toBe('');
});

test('formulas follow rows that come and go, and lose what is gone', () => {
  expect(facts({ do: 'insertRow', row: 3 }, { do: 'write', cell: 'C3', text: '5' })).toMatchObject({
    C6: 19,
  });
  expect(facts({ do: 'deleteRow', row: 3 })).toMatchObject({ C4: 4, D3: 2 });
  expect(facts({ do: 'write', cell: 'A5', text: '=C2' }, { do: 'deleteRow', row: 2 }).A4).toBe('#REF!');
  // The titles stay.
  expect(after({ do: 'deleteRow', row: 1 })).toEqual(after());
});

test('a cell is copied down, doubles go, formats and charts are kept', () => {
  expect(
    facts({ do: 'write', cell: 'D2', text: '=C2+1' }, { do: 'fill', from: 'D2', to: 'D4' }),
  ).toMatchObject({
    D3: 11,
    D4: 2,
    'D4.isFormula': true,
  });
  const doubled = facts(
    { do: 'write', cell: 'A4', text: 'B ' },
    { do: 'write', cell: 'C4', text: '3' },
    { do: 'removeDoubles' },
  );
  expect(doubled.rows).toBe(3);
  expect(
    facts({ do: 'format', column: 'C', as: 'euro' }, { do: 'chart', type: 'pie', labels: 'A', values: 'C' }),
  ).toMatchObject({
    'C.format': 'euro',
    'chart.type': 'pie',
  });
});

test('a check wants a calculation, whatever its form, and not a number that was typed', () => {
  const checked = v.parse(spreadsheetStart, {
    ...written,
    checks: { total: { cell: 'D5', formula: '=SUM(D2:D4)' } },
  });
  const told = (text: string): unknown =>
    spreadsheetSimulator.facts(after({ do: 'write', cell: 'D5', text }), checked)['total'];
  expect(told('=D2+D3+D4')).toBe(true);
  expect(told('=SOMME(D2:D3)')).toBe(false);
  expect(told('28')).toBe(false);
});

test('a start that makes no sense is told', () => {
  const faults = spreadsheetFaults(
    v.parse(spreadsheetStart, {
      title: 'T',
      at: 'Z1',
      rows: [['A'], ['1', '2'], ['=SUM(']],
      checks: { A1: { cell: '?', formula: '=1' } },
    }),
  );
  expect(faults).toHaveLength(5);
});
