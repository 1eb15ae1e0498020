import { tabulate, type ItemTable } from '#lib/adaptive/calibration/item-table.ts';
import type { ItemPrior, Model } from '#lib/adaptive/calibration/model.ts';
import { GRID_COUNT } from '#lib/adaptive/grid.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { log } from '#lib/base/exp-log.ts';

/** Fisher scoring for one item: few steps, since the next expectation moves the target anyway. */
const STEPS = 4;
const CLOSE = 1e-4;
/** Longest step of log a and of b. */
const LEAP = 0.7;
/** Bounds of log a (a from 0.1 to 6) and of b: beyond them an item says nothing on the grid. */
const LEAST_LOG_A = -2.302585092994046;
const GREATEST_LOG_A = 1.791759469228055;
const GREATEST_B = 6;

interface Place {
  readonly logA: number;
  readonly b: number;
}

/**
 * Moves the log a and the b of an item to where the expected answers and its prior are likeliest together (the
 * M-step). The item's table is left at the new place.
 */
export function maximiseItem(model: Model, index: number, expected: Float64Array): void {
  const item = model.items[index] as Item;
  const table = model.tables[index] as ItemTable;
  const prior = model.priors[index] as ItemPrior;
  const rows = expected.subarray(model.offsets[index], model.offsets[index + 1]);
  let here: Place = { logA: model.logA[index] as number, b: model.b[index] as number };
  tabulate(item, here.logA, here.b, table);
  let worth = worthOf(here, prior, rows, table);
  for (let step = 0; step < STEPS; step += 1) {
    const { ofA, ofB } = ascent(here, prior, rows, table);
    let share = Math.min(1, LEAP / Math.max(LEAP, Math.abs(ofA), Math.abs(ofB)));
    for (;;) {
      const next: Place = {
        logA: Math.max(LEAST_LOG_A, Math.min(GREATEST_LOG_A, here.logA + share * ofA)),
        b: Math.max(-GREATEST_B, Math.min(GREATEST_B, here.b + share * ofB)),
      };
      tabulate(item, next.logA, next.b, table);
      const nextWorth = worthOf(next, prior, rows, table);
      if (nextWorth >= worth) {
        here = next;
        worth = nextWorth;
        break;
      }
      share /= 2;
      if (share < 1 / 64) {
        tabulate(item, here.logA, here.b, table);
        break;
      }
    }
    if (share < 1 / 64 || Math.max(Math.abs(ofA), Math.abs(ofB)) < CLOSE) break;
  }
  model.logA[index] = here.logA;
  model.b[index] = here.b;
}

function worthOf(place: Place, prior: ItemPrior, rows: Float64Array, { probability }: ItemTable): number {
  let worth = 0;
  for (let cell = 0; cell < rows.length; cell += 1) {
    const count = rows[cell] as number;
    if (count > 0) worth += count * log(Math.max(1e-300, probability[cell] as number));
  }
  return (
    worth -
    0.5 * squareOf(place.logA - prior.logA, prior.logASd) -
    0.5 * squareOf(place.b - prior.b, prior.bSd)
  );
}

/** Nothing is known better than within a thousandth. */
function precision(sd: number): number {
  return 1 / Math.max(1e-6, sd * sd);
}

function squareOf(distance: number, sd: number): number {
  return distance * distance * precision(sd);
}

/** The step of Fisher scoring: the gradient through the inverse of the expected information. */
function ascent(
  place: Place,
  prior: ItemPrior,
  rows: Float64Array,
  table: ItemTable,
): { ofA: number; ofB: number } {
  const { probability, slopeOfA, slopeOfB } = table;
  let gradientA = -(place.logA - prior.logA) * precision(prior.logASd);
  let gradientB = -(place.b - prior.b) * precision(prior.bSd);
  let aa = precision(prior.logASd);
  let ab = 0;
  let bb = precision(prior.bSd);
  for (let point = 0; point < GRID_COUNT; point += 1) {
    let count = 0;
    let ownAA = 0;
    let ownAB = 0;
    let ownBB = 0;
    for (let cell = point; cell < rows.length; cell += GRID_COUNT) {
      const seen = rows[cell] as number;
      const slopeA = slopeOfA[cell] as number;
      const slopeB = slopeOfB[cell] as number;
      const probable = probability[cell] as number;
      count += seen;
      gradientA += seen * slopeA;
      gradientB += seen * slopeB;
      ownAA += probable * slopeA * slopeA;
      ownAB += probable * slopeA * slopeB;
      ownBB += probable * slopeB * slopeB;
    }
    aa += count * ownAA;
    ab += count * ownAB;
    bb += count * ownBB;
  }
  const determinant = aa * bb - ab * ab;
  return {
    ofA: (bb * gradientA - ab * gradientB) / determinant,
    ofB: (aa * gradientB - ab * gradientA) / determinant,
  };
}

/** The posterior SDs of log a and of b: the inverse of the answers' information and the prior's together. */
export function doubtOf(model: Model, index: number, information: Float64Array): { a: number; b: number } {
  const prior = model.priors[index] as ItemPrior;
  const aa = (information[3 * index] as number) + precision(prior.logASd);
  const ab = information[3 * index + 1] as number;
  const bb = (information[3 * index + 2] as number) + precision(prior.bSd);
  const determinant = aa * bb - ab * ab;
  return { a: Math.sqrt(bb / determinant), b: Math.sqrt(aa / determinant) };
}
