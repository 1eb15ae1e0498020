/** A cell's place: column and row from 0. */
export interface Place {
  readonly column: number;
  readonly row: number;
}

/** A sheet ends here. */
export const mostColumns = 12;
export const mostRows = 100;

/** The letters of a column: A for 0. */
export function columnName(column: number): string {
  return String.fromCharCode(65 + column);
}

/** The column that a letter names, or -1. */
export function columnOf(name: string): number {
  const column = name.toUpperCase().charCodeAt(0) - 65;
  return name.length === 1 && column >= 0 && column < mostColumns ? column : -1;
}

/** An address as people write it: B7. */
export function addressOf({ column, row }: Place): string {
  return `${columnName(column)}${row + 1}`;
}

/** The place that an address names, dollar signs passed over; undefined outside of the sheet. */
export function placeOf(address: string): Place | undefined {
  const match = /^\$?([a-z])\$?(\d{1,3})$/i.exec(address.trim());
  if (match === null) return undefined;
  const column = columnOf(match[1] ?? '');
  const row = Number(match[2]) - 1;
  return column < 0 || row < 0 || row >= mostRows ? undefined : { column, row };
}

/** Every address of a rectangle, row after row. */
export function addressesIn(from: Place, to: Place): readonly string[] {
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  const addresses: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) addresses.push(addressOf({ column, row }));
  }
  return addresses;
}

/** A formula as it reads some columns and rows further on: what has no dollar sign moves with it, what leaves the sheet is lost. */
export function movedFormula(formula: string, columns: number, rows: number): string {
  // Texts between quotes are left as they are.
  return formula.replace(
    /"[^"]*"|(\$?)([a-z])(\$?)(\d{1,3})(?![\w(])/gi,
    (whole: string, fixedColumn?: string, letter?: string, fixedRow?: string, digits?: string) => {
      if (letter === undefined || digits === undefined) return whole;
      const column = columnOf(letter) + (fixedColumn === '$' ? 0 : columns);
      const row = Number(digits) - 1 + (fixedRow === '$' ? 0 : rows);
      if (column < 0 || column >= mostColumns || row < 0 || row >= mostRows) return '#REF!';
      return `${fixedColumn ?? ''}${columnName(column)}${fixedRow ?? ''}${row + 1}`;
    },
  );
}
