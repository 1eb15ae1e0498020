/** What a cell may hold; a number is written with a decimal comma. */
export type Cell = string | number | undefined;

// The mark makes Excel read UTF-8; the semicolon and the comma are what French and Belgian spreadsheets expect.
const BYTE_ORDER_MARK = '\ufeff';
const FORMULA_START = /^[=+\-@\t\r]/;

/** A table as CSV (RFC 4180) for French spreadsheets: no text in it can be taken for a formula. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellText).join(';')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const text = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
