import { GRID, GRID_COUNT } from '#lib/adaptive/grid.ts';
import { stepCount, type Item } from '#lib/adaptive/item.ts';
import { creditProbabilities } from '#lib/adaptive/response-model.ts';

/** The probability of each credit of an item at each point of the grid, one row for each credit, none first. */
export type Curve = readonly Float64Array[];

const curves = new WeakMap<Item, Curve>();

/** The curve of an item, its doubt averaged over; worked out once for an item object, which never changes. */
export function curveOf(item: Item): Curve {
  let curve = curves.get(item);
  if (curve === undefined) {
    const byPoint = Array.from(GRID, (theta) => creditProbabilities(item, theta));
    curve = (byPoint[0] ?? []).map((_, credit) =>
      Float64Array.from({ length: GRID_COUNT }, (_, point) => byPoint[point]?.[credit] as number),
    );
    curves.set(item, curve);
  }
  return curve;
}

/** The curves of many items side by side, so that going through them all reads memory in one go. */
export interface CurveTable {
  /** For each item the probability of each credit but none, one row of the grid after the other. */
  readonly values: Float64Array;
  /** Where the rows of each item begin; one more number for the end of the last. */
  readonly starts: Int32Array;
}

/** The table of these items' curves, in their order. */
export function curveTable(items: readonly Item[]): CurveTable {
  const starts = new Int32Array(items.length + 1);
  items.forEach((item, index) => {
    starts[index + 1] = (starts[index] as number) + stepCount(item) * GRID_COUNT;
  });
  const values = new Float64Array(starts[items.length] as number);
  items.forEach((item, index) => {
    curveOf(item).forEach((row, credit) => {
      if (credit > 0) values.set(row, (starts[index] as number) + (credit - 1) * GRID_COUNT);
    });
  });
  return { values, starts };
}
