import type { CurveTable } from '#lib/adaptive/curve.ts';
import { GRID, GRID_COUNT } from '#lib/adaptive/grid.ts';
import { densityOf, type Posterior } from '#lib/adaptive/posterior.ts';

/** Points outside hold less than this of the greatest density, and change no choice. */
const NEGLIGIBLE = 1e-5;
/** With at least this SD every second point is enough: the trapezium rule converges faster than any power. */
const WIDE = 0.55;

/** What selection needs of one competence: its density on the part of the grid that counts, and its first moment. */
export interface Outlook {
  readonly density: Float64Array;
  /** At each point, the density times the distance from the mean. */
  readonly moment: Float64Array;
  /** The points that count: from `from`, every `stride`, before `to`. */
  readonly from: number;
  readonly to: number;
  readonly stride: number;
}

/** The outlook on one competence. */
export function outlookOn(posterior: Posterior, competence: number): Outlook {
  const stride = Math.sqrt(posterior.beliefs[competence]?.variance ?? 0) >= WIDE ? 2 : 1;
  const density = densityOf(posterior, competence, stride);
  let mean = 0;
  let greatest = 0;
  for (let point = 0; point < GRID_COUNT; point += stride) {
    const value = density[point] as number;
    mean += value * (GRID[point] as number);
    greatest = Math.max(greatest, value);
  }
  let from = 0;
  let to = GRID_COUNT;
  while ((density[from] as number) < greatest * NEGLIGIBLE) from += stride;
  while ((density[to - 1] as number) < greatest * NEGLIGIBLE) to -= stride;
  const moment = new Float64Array(GRID_COUNT);
  for (let point = from; point < to; point += stride) {
    moment[point] = (density[point] as number) * ((GRID[point] as number) - mean);
  }
  return { density, moment, from, to, stride };
}

/**
 * By how much the variance of a competence is expected to drop when that item of the table is answered: the sum over
 * credits s of (E[theta; s] - E[theta] P(s))^2 / P(s), the variance of the posterior mean.
 */
export function expectedDrop({ values, starts }: CurveTable, index: number, outlook: Outlook): number {
  const { density, moment, from, to, stride } = outlook;
  const end = starts[index + 1] as number;
  const last = to - stride;
  let drop = 0;
  let restProbability = 1;
  let restShift = 0;
  for (let row = starts[index] as number; row < end; row += GRID_COUNT) {
    // Two points at a time: four sums that do not wait for each other.
    let probability = 0;
    let shift = 0;
    let otherProbability = 0;
    let otherShift = 0;
    let point = from;
    for (; point < last; point += stride + stride) {
      const value = values[row + point] as number;
      const other = values[row + point + stride] as number;
      probability += value * (density[point] as number);
      shift += value * (moment[point] as number);
      otherProbability += other * (density[point + stride] as number);
      otherShift += other * (moment[point + stride] as number);
    }
    if (point < to) {
      const value = values[row + point] as number;
      probability += value * (density[point] as number);
      shift += value * (moment[point] as number);
    }
    probability += otherProbability;
    shift += otherShift;
    if (probability > 0) drop += (shift * shift) / probability;
    restProbability -= probability;
    restShift -= shift;
  }
  // No credit is what is left, since probabilities sum to one and moments to zero.
  return restProbability > 0 ? drop + (restShift * restShift) / restProbability : drop;
}

/** The share of full credit to expect from that item of the table, from 0 to 1. */
export function expectedSuccess({ values, starts }: CurveTable, index: number, outlook: Outlook): number {
  const { density, from, to, stride } = outlook;
  const start = starts[index] as number;
  const end = starts[index + 1] as number;
  let credits = 0;
  for (let row = start, credit = 1; row < end; row += GRID_COUNT, credit += 1) {
    let probability = 0;
    for (let point = from; point < to; point += stride) {
      probability += (values[row + point] as number) * (density[point] as number);
    }
    credits += credit * probability;
  }
  return (credits * GRID_COUNT) / (end - start);
}
