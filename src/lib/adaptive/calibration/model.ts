import type { Bank } from '#lib/adaptive/bank.ts';
import { tabulate, type ItemTable } from '#lib/adaptive/calibration/item-table.ts';
import { GREATEST_RHO } from '#lib/adaptive/factor.ts';
import { GRID, GRID_COUNT } from '#lib/adaptive/grid.ts';
import { stepCount, type Item } from '#lib/adaptive/item.ts';
import { normalNodes } from '#lib/adaptive/normal.ts';
import { exp, log } from '#lib/base/exp-log.ts';

/** Nodes of the general factor; fewer than the engine's, since what is wanted are sums over many learners. */
export const GENERAL = normalNodes(15, 3.6);
export const GENERAL_COUNT = GENERAL.length;

/** What was known of an item that says nothing of its doubt: it was calibrated, and the world may have moved on. */
const USUAL_DOUBT = { a: 0.3, b: 0.6 };

/** With fewer items alike nothing is learnt of what they share. */
export const LEAST_ITEMS = 20;

/** What is believed of an item before the answers, in normal distributions of log a and of b. */
export interface ItemPrior {
  logA: number;
  logASd: number;
  b: number;
  bSd: number;
}

/** All that the answers are to estimate, as it stands after some iteration; changed in place. */
export interface Model {
  readonly items: readonly Item[];
  readonly priors: readonly ItemPrior[];
  /** Items that keep their parameters. */
  readonly isFixed: readonly boolean[];
  /** 1 for the items whose authors may all err alike: the most numerous that share one doubt of their difficulty. */
  readonly isAuthored: Uint8Array;
  /** How far from their mean an authored difficulty was stated; 0 for the other items. */
  readonly stated: Float64Array;
  readonly competences: Int32Array;
  readonly logA: Float64Array;
  readonly b: Float64Array;
  readonly rho: Float64Array;
  /** Where the rows of each item begin in `table`, and the end. */
  readonly offsets: Int32Array;
  readonly table: ItemTable;
  readonly tables: readonly ItemTable[];
  /** For each competence: its density on the grid at each node of the general factor, one row a node. */
  readonly conditionals: readonly Float64Array[];
}

/** The model before any answer. With `isOnlyUncalibrated`, items that state no doubt keep their parameters. */
export function modelOf(bank: Bank, isOnlyUncalibrated = false): Model {
  const { items } = bank;
  const offsets = new Int32Array(items.length + 1);
  items.forEach((item, index) => {
    offsets[index + 1] = (offsets[index] as number) + (stepCount(item) + 1) * GRID_COUNT;
  });
  const size = offsets[items.length] as number;
  const table = {
    probability: new Float64Array(size),
    slopeOfA: new Float64Array(size),
    slopeOfB: new Float64Array(size),
  };
  const isAuthored = authoredItems(items);
  const model: Model = {
    items,
    priors: items.map(({ a, b, sd = USUAL_DOUBT }) => ({ logA: log(a), logASd: sd.a, b, bSd: sd.b })),
    isFixed: items.map(({ sd }) => sd === undefined && isOnlyUncalibrated),
    isAuthored,
    stated: statedDistances(items, isAuthored),
    competences: Int32Array.from(items, ({ competence }) => competence),
    logA: Float64Array.from(items, ({ a }) => log(a)),
    b: Float64Array.from(items, ({ b }) => b),
    rho: Float64Array.from(bank.rho),
    offsets,
    table,
    tables: items.map((_, index) => {
      const from = offsets[index] as number;
      const to = offsets[index + 1] as number;
      return {
        probability: table.probability.subarray(from, to),
        slopeOfA: table.slopeOfA.subarray(from, to),
        slopeOfB: table.slopeOfB.subarray(from, to),
      };
    }),
    conditionals: bank.rho.map(() => new Float64Array(GENERAL_COUNT * GRID_COUNT)),
  };
  refresh(model);
  return model;
}

function authoredItems(items: readonly Item[]): Uint8Array {
  const counts = new Map<number, number>();
  for (const { sd } of items) if (sd !== undefined && sd.b > 0) counts.set(sd.b, (counts.get(sd.b) ?? 0) + 1);
  const [doubt, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  return Uint8Array.from(items, ({ sd }) => (count >= LEAST_ITEMS && sd?.b === doubt ? 1 : 0));
}

function statedDistances(items: readonly Item[], isAuthored: Uint8Array): Float64Array {
  const count = isAuthored.reduce((sum, authored) => sum + authored, 0);
  const sum = items.reduce((total, { b }, index) => total + b * (isAuthored[index] as number), 0);
  return Float64Array.from(items, ({ b }, index) => (isAuthored[index] === 1 ? b - sum / count : 0));
}

/** Works out again the curves and the densities that follow from the parameters. */
export function refresh(model: Model): void {
  model.items.forEach((item, index) => {
    tabulate(item, model.logA[index] as number, model.b[index] as number, model.tables[index] as ItemTable);
  });
  model.conditionals.forEach((density, competence) => {
    const rho = Math.min(GREATEST_RHO, model.rho[competence] as number);
    GENERAL.forEach(({ z }, node) => {
      const centre = Math.sqrt(rho) * z;
      const row = GRID.map((theta) => exp((-0.5 * (theta - centre) * (theta - centre)) / (1 - rho)));
      const total = row.reduce((sum, value) => sum + value, 0);
      density.set(
        row.map((value) => value / total),
        node * GRID_COUNT,
      );
    });
  });
}
