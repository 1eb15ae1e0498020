import { expect, test } from 'vitest';
import { tabulate, type ItemTable } from '#lib/adaptive/calibration/item-table.ts';
import { curveOf } from '#lib/adaptive/curve.ts';
import { GRID_COUNT } from '#lib/adaptive/grid.ts';
import { stepCount, type Item } from '#lib/adaptive/item.ts';
import { log } from '#lib/base/exp-log.ts';

const items: readonly Item[] = [
  { id: 'typed', competence: 0, a: 1.4, b: 0.3, c: 0 },
  { id: 'choice', competence: 0, a: 0.8, b: -1.2, c: 0.25 },
  { id: 'graded', competence: 0, a: 0.9, b: 0.5, c: 0, steps: [-0.6, 0.1, 0.5] },
];

function tableOf(item: Item, logA: number, b: number): ItemTable {
  const size = (stepCount(item) + 1) * GRID_COUNT;
  const table = {
    probability: new Float64Array(size),
    slopeOfA: new Float64Array(size),
    slopeOfB: new Float64Array(size),
  };
  tabulate(item, logA, b, table);
  return table;
}

test.each(items)('[AD-42] calibration and engine use the same curves: $id', (item) => {
  const { probability } = tableOf(item, log(item.a), item.b);
  const curve = curveOf(item).flatMap((row) => [...row]);
  curve.forEach((value, cell) => expect(probability[cell]).toBeCloseTo(value, 12));
});

test.each(items)('[AD-42] slopes are those of the logarithm of the curve: $id', (item) => {
  const step = 1e-5;
  const { slopeOfA, slopeOfB } = tableOf(item, log(item.a), item.b);
  const logs = (logA: number, b: number): readonly number[] =>
    Array.from(tableOf(item, logA, b).probability, (value) => log(value));
  const higherA = logs(log(item.a) + step, item.b);
  const lowerA = logs(log(item.a) - step, item.b);
  const higherB = logs(log(item.a), item.b + step);
  const lowerB = logs(log(item.a), item.b - step);
  slopeOfA.forEach((slope, cell) => {
    expect(slope).toBeCloseTo((higherA[cell]! - lowerA[cell]!) / (2 * step), 4);
    expect(slopeOfB[cell]).toBeCloseTo((higherB[cell]! - lowerB[cell]!) / (2 * step), 4);
  });
});
