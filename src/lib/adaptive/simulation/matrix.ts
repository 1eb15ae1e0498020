/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[];

/** The inverse of a symmetric positive definite matrix, by Gauss and Jordan; no pivoting is needed for such a one. */
export function inverse(matrix: Matrix): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const own = rows[pivot] as number[];
    const scale = own[pivot] as number;
    for (let column = 0; column < 2 * size; column += 1) own[column] = (own[column] as number) / scale;
    for (let other = 0; other < size; other += 1) {
      if (other === pivot) continue;
      const row = rows[other] as number[];
      const factor = row[pivot] as number;
      for (let column = 0; column < 2 * size; column += 1) {
        row[column] = (row[column] as number) - factor * (own[column] as number);
      }
    }
  }
  return rows.map((row) => row.slice(size));
}
