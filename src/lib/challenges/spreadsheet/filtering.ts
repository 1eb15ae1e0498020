import { normalised } from '#lib/base/normalise.ts';
import { columnOf, addressOf } from './address.ts';
import { tableHeight, valuesIn, type Filter, type SpreadsheetState } from './state.ts';
import { compared, textIn, typedNumber, type Value } from './value.ts';

/** The rows that a filter leaves to be seen, from 0; the titles, and what stands below the table, are always seen. */
export function visibleRows(state: SpreadsheetState): readonly number[] {
  const all = state.rows.map((_, row) => row);
  const { filter } = state;
  if (filter === null) return all;
  const valueOf = valuesIn(state.rows);
  const height = tableHeight(state.rows);
  const column = columnOf(filter.column);
  return all.filter(
    (row) => row === 0 || row >= height || isWanted(valueOf(addressOf({ column, row })), filter),
  );
}

function isWanted(value: Value, { test, value: wanted }: Filter): boolean {
  const number = typedNumber(wanted);
  const isSame =
    number !== undefined && typeof value === 'number'
      ? value === number
      : normalised(textIn(value)) === normalised(wanted);
  if (test === 'is') return isSame;
  if (test === 'not') return !isSame;
  if (test === 'contains') return normalised(textIn(value)).includes(normalised(wanted));
  if (typeof value !== 'number' && number !== undefined) return false;
  const order = compared(value, number ?? wanted);
  return test === 'atLeast' ? order >= 0 : order <= 0;
}
