import { addressOf, addressesIn, columnOf, mostRows, movedFormula, placeOf } from './address.ts';
import type { SpreadsheetAction } from './action.ts';
import type { Content } from './evaluate.ts';
import {
  isEmptyRow,
  contentAt,
  contentOf,
  tableHeight,
  valuesIn,
  withCell,
  type SpreadsheetState,
} from './state.ts';
import { compared, textIn } from './value.ts';

type Done<Name> = Extract<SpreadsheetAction, { do: Name }>;
type Rows = SpreadsheetState['rows'];

/** The sheet after an action; one that is impossible, or changes nothing, leaves it as it is. */
export function changeSpreadsheet(state: SpreadsheetState, action: SpreadsheetAction): SpreadsheetState {
  switch (action.do) {
    case 'select':
      return placeOf(action.cell) === undefined || action.cell === state.at
        ? state
        : { ...state, at: action.cell };
    case 'write':
      return written(state, action);
    case 'fill':
      return filled(state, action);
    case 'sort':
      return sorted(state, action);
    case 'filter':
      return isColumn(state, action.column)
        ? { ...state, filter: { column: action.column, test: action.test, value: action.value } }
        : state;
    case 'unfilter':
      return state.filter === null ? state : { ...state, filter: null };
    case 'insertRow':
    case 'deleteRow':
      return withRows(state, action);
    case 'removeDoubles':
      return withoutDoubles(state);
    case 'format':
      return !isColumn(state, action.column) || (state.formats[action.column] ?? 'plain') === action.as
        ? state
        : { ...state, formats: { ...state.formats, [action.column]: action.as } };
    case 'chart':
      return isColumn(state, action.labels) && isColumn(state, action.values)
        ? { ...state, chart: { type: action.type, labels: action.labels, values: action.values } }
        : state;
    case 'unchart':
      return state.chart === null ? state : { ...state, chart: null };
  }
}

function isColumn(state: SpreadsheetState, name: string): boolean {
  const column = columnOf(name);
  return column >= 0 && column < (state.rows[0]?.length ?? 0);
}

function written(state: SpreadsheetState, { cell, text }: Done<'write'>): SpreadsheetState {
  const place = placeOf(cell);
  if (place === undefined) return state;
  const content = contentOf(text);
  if (contentAt(state, place.column, place.row) === content) return state;
  return { ...state, at: cell, rows: withCell(state.rows, place.column, place.row, content) };
}

/** Copies a cell over a rectangle that begins at it; formulas move along. */
function filled(state: SpreadsheetState, { from, to }: Done<'fill'>): SpreadsheetState {
  const [origin, end] = [placeOf(from), placeOf(to)];
  if (origin === undefined || end === undefined || from === to) return state;
  const content = contentAt(state, origin.column, origin.row);
  if (content === '') return state;
  let { rows } = state;
  for (const address of addressesIn(origin, end)) {
    const place = placeOf(address);
    if (place === undefined || address === from) continue;
    const moved =
      typeof content === 'string' && content.startsWith('=')
        ? movedFormula(content, place.column - origin.column, place.row - origin.row)
        : content;
    rows = withCell(rows, place.column, place.row, moved);
  }
  return { ...state, rows };
}

/** Sorts the rows below the titles; or one column alone, which tears the rows apart, as spreadsheets let people do. */
function sorted(
  state: SpreadsheetState,
  { column: name, descending, whole }: Done<'sort'>,
): SpreadsheetState {
  if (!isColumn(state, name)) return state;
  const column = columnOf(name);
  const valueOf = valuesIn(state.rows);
  const height = tableHeight(state.rows);
  const table = state.rows.slice(1, height).map((row, index) => ({ row, index: index + 1 }));
  const valueAt = (row: number) => valueOf(addressOf({ column, row }));
  const order = [...table].sort((one, other) => {
    const by = compared(valueAt(one.index), valueAt(other.index));
    return (descending ? -by : by) || one.index - other.index;
  });
  const rows = table.map(({ row, index }, place): readonly Content[] => {
    const from = order[place] ?? { row, index };
    if (whole) return from.row.map((content) => movedBy(content, index - from.index));
    return row.map((content, x) => (x === column ? movedBy(from.row[x] ?? '', index - from.index) : content));
  });
  const next = [...state.rows.slice(0, 1), ...rows, ...state.rows.slice(height)];
  const isTorn = !whole && order.some(({ index }, place) => index !== place + 1);
  return {
    ...state,
    rows: next,
    sorted: { column: name, descending, whole },
    isTorn: state.isTorn || isTorn,
  };
}

function movedBy(content: Content, rows: number): Content {
  return typeof content === 'string' && content.startsWith('=') ? movedFormula(content, 0, rows) : content;
}

/** Rows come or go; formulas elsewhere keep pointing at what they pointed at. */
function withRows(state: SpreadsheetState, action: Done<'insertRow' | 'deleteRow'>): SpreadsheetState {
  const at = action.row - 1;
  const isInsert = action.do === 'insertRow';
  // The titles stay where they are.
  if (at < 1 || at > state.rows.length - (isInsert ? 0 : 1) || (isInsert && state.rows.length >= mostRows))
    return state;
  const blank = (state.rows[0] ?? []).map((): Content => '');
  const rows = isInsert
    ? [...state.rows.slice(0, at), blank, ...state.rows.slice(at)]
    : state.rows.filter((_, row) => row !== at);
  return { ...state, rows: rows.map((row) => row.map((content) => shifted(content, at, isInsert ? 1 : -1))) };
}

/** A formula whose references below a row move by one; those to a row that went are lost. */
function shifted(content: Content, from: number, by: 1 | -1): Content {
  if (typeof content !== 'string' || !content.startsWith('=')) return content;
  return content.replace(
    /"[^"]*"|(\$?[a-z]\$?)(\d{1,3})(?![\w(])/gi,
    (whole: string, letter?: string, digits?: string) => {
      if (letter === undefined || digits === undefined) return whole;
      const row = Number(digits) - 1;
      if (by === -1 && row === from) return '#REF!';
      return row < from ? whole : `${letter}${row + by + 1}`;
    },
  );
}

/** Leaves one of the rows of the table that read the same. */
function withoutDoubles(state: SpreadsheetState): SpreadsheetState {
  const valueOf = valuesIn(state.rows);
  const height = tableHeight(state.rows);
  const seen = new Set<string>();
  const rows: Rows = state.rows.filter((row, y) => {
    if (y === 0 || y >= height || isEmptyRow(row)) return true;
    const key = row
      .map((_, column) =>
        textIn(valueOf(addressOf({ column, row: y })))
          .trim()
          .toLowerCase(),
      )
      .join('\n');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return rows.length === state.rows.length ? state : { ...state, rows };
}
