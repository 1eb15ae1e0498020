import type { Fact, Facts } from '../goal.ts';
import { addressOf, columnName, placeOf } from './address.ts';
import { evaluated } from './evaluate.ts';
import { visibleRows } from './filtering.ts';
import type { SpreadsheetStart } from './start.ts';
import { contentAt, tableHeight, valuesIn, type SpreadsheetState } from './state.ts';
import { isFault, textIn, type Value } from './value.ts';

/** What conditions may ask about a sheet. */
export function spreadsheetFacts(state: SpreadsheetState, start: SpreadsheetStart): Facts {
  const valueOf = valuesIn(state.rows);
  const height = tableHeight(state.rows);
  const facts: Record<string, Fact> = {
    rows: height - 1,
    at: state.at,
    'sorted.column': state.sorted?.column ?? '',
    'sorted.descending': state.sorted?.descending ?? false,
    'sorted.whole': state.sorted?.whole ?? true,
    'filter.column': state.filter?.column ?? '',
    'filter.test': state.filter?.test ?? '',
    'filter.value': state.filter?.value ?? '',
    'chart.type': state.chart?.type ?? '',
    'chart.labels': state.chart?.labels ?? '',
    'chart.values': state.chart?.values ?? '',
    whole: !state.isTorn,
  };
  const visible = visibleRows(state).filter((row) => row > 0 && row < height);
  (state.rows[0] ?? []).forEach((_, column) => {
    const read = (row: number): string => textIn(valueOf(addressOf({ column, row })));
    facts[`column.${columnName(column)}`] = Array.from({ length: height - 1 }, (__, row) => read(row + 1));
    facts[`visible.${columnName(column)}`] = visible.map(read);
    facts[`${columnName(column)}.format`] = state.formats[columnName(column)] ?? 'plain';
  });
  state.rows.forEach((row, y) =>
    row.forEach((content, x) => {
      const address = addressOf({ column: x, row: y });
      if (content === '') return;
      const value = valueOf(address);
      facts[address] = isFault(value) || value === undefined ? textIn(value) : value;
      facts[`${address}.isFormula`] = typeof content === 'string' && content.startsWith('=');
    }),
  );
  for (const [name, { cell, formula }] of Object.entries(start.checks)) {
    facts[name] = isSame(valueOf(cell), evaluated(formula, valueOf)) && isOwnFormula(state, cell);
  }
  return facts;
}

/** Whether a cell holds a formula: what was typed in cannot follow when the sheet changes. */
function isOwnFormula(state: SpreadsheetState, cell: string): boolean {
  const place = placeOf(cell);
  const content = place === undefined ? '' : contentAt(state, place.column, place.row);
  return typeof content === 'string' && content.startsWith('=');
}

function isSame(one: Value, other: Value): boolean {
  if (isFault(one) || isFault(other)) return false;
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 1e-9;
  return textIn(one) === textIn(other);
}
