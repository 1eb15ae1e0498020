import type { Words } from '../kind.ts';
import type { charts, filterTests } from './action.ts';
import { addressOf, columnName, mostRows } from './address.ts';
import { valuesOf, type Content } from './evaluate.ts';
import type { Format, SpreadsheetStart } from './start.ts';
import { typedNumber, type Value } from './value.ts';

export type Filter = {
  readonly column: string;
  readonly test: (typeof filterTests)[number];
  readonly value: string;
};
export type ChartWish = {
  readonly type: (typeof charts)[number];
  readonly labels: string;
  readonly values: string;
};
export type Sorting = { readonly column: string; readonly descending: boolean; readonly whole: boolean };

/** The whole of the simulator, as plain data. */
export type SpreadsheetState = {
  /** What stands in each row; the first is the titles of the columns. Type aliases: only these are known to be plain JSON. */
  readonly rows: readonly (readonly Content[])[];
  readonly at: string;
  readonly formats: Readonly<Record<string, Format>>;
  readonly filter: Filter | null;
  readonly sorted: Sorting | null;
  readonly chart: ChartWish | null;
  /** One column was sorted without the others, so that what stood in one row no longer does. */
  readonly isTorn: boolean;
};

/** The sheet as the learner finds it; a row for the results stands below it. */
export function beginSpreadsheet(start: SpreadsheetStart, words: Words): SpreadsheetState {
  const width = start.rows[0]?.length ?? 0;
  const rows = start.rows.map((row) =>
    Array.from({ length: width }, (_, column): Content => {
      const content = row[column] ?? '';
      return typeof content === 'string' && content.startsWith('@') ? words(content) : content;
    }),
  );
  return {
    rows,
    at: start.at,
    formats: start.formats,
    filter: null,
    sorted: null,
    chart: null,
    isTorn: false,
  };
}

/** The sheet's values by address. */
export function valuesIn(rows: SpreadsheetState['rows']): (address: string) => Value {
  const cells: Record<string, Content> = {};
  rows.forEach((row, y) => row.forEach((content, x) => (cells[addressOf({ column: x, row: y })] = content)));
  return valuesOf(cells);
}

/** What stands in a cell; an empty text where nothing does. */
export function contentAt(state: SpreadsheetState, column: number, row: number): Content {
  return state.rows[row]?.[column] ?? '';
}

/** What a typed text becomes: a number where it reads as one, otherwise as it is. */
export function contentOf(text: string): Content {
  const trimmed = text.trim();
  if (trimmed.startsWith('=')) return trimmed;
  return typedNumber(trimmed) ?? trimmed;
}

/** The rows with one cell changed; they grow as far as that cell. */
export function withCell(
  rows: SpreadsheetState['rows'],
  column: number,
  row: number,
  content: Content,
): SpreadsheetState['rows'] {
  const width = Math.max(rows[0]?.length ?? 0, column + 1);
  const height = Math.min(Math.max(rows.length, row + 1), mostRows);
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => (x === column && y === row ? content : (rows[y]?.[x] ?? ''))),
  );
}

/** Whether a row says nothing. */
export function isEmptyRow(row: readonly Content[]): boolean {
  return row.every((content) => content === '');
}

/** How many rows the table has, its titles included: it ends before the first row that says nothing. */
export function tableHeight(rows: SpreadsheetState['rows']): number {
  const end = rows.findIndex(isEmptyRow);
  return end < 0 ? rows.length : end;
}

/** The letters of the columns in use. */
export function columnsOf(state: SpreadsheetState): readonly string[] {
  return (state.rows[0] ?? []).map((_, column) => columnName(column));
}
