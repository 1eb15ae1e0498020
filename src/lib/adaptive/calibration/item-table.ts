import { GRID, GRID_COUNT } from '#lib/adaptive/grid.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { exp, logistic } from '#lib/base/exp-log.ts';

/** For each credit of an item (rows) at each point of the grid: its probability, and the slopes of its logarithm. */
export interface ItemTable {
  readonly probability: Float64Array;
  /** d log P / d log a. */
  readonly slopeOfA: Float64Array;
  /** d log P / d b. */
  readonly slopeOfB: Float64Array;
}

/** Fills in the table of an item whose log a and b are exactly these; its guessing and its steps stay as they are. */
export function tabulate(item: Item, logA: number, b: number, table: ItemTable): void {
  if (item.steps === undefined) tabulateBinary(item.c, exp(logA), b, table);
  else tabulateGraded(item.steps, exp(logA), b, table);
}

function tabulateBinary(c: number, a: number, b: number, table: ItemTable): void {
  for (let point = 0; point < GRID_COUNT; point += 1) {
    const logit = a * ((GRID[point] as number) - b);
    const knows = logistic(logit);
    const right = c + (1 - c) * knows;
    const rise = ((1 - c) * knows * logistic(-logit)) / right;
    table.probability[point] = (1 - c) * logistic(-logit);
    table.slopeOfA[point] = -knows * logit;
    table.slopeOfB[point] = knows * a;
    table.probability[GRID_COUNT + point] = right;
    table.slopeOfA[GRID_COUNT + point] = rise * logit;
    table.slopeOfB[GRID_COUNT + point] = -rise * a;
  }
}

/** P(s) is proportional to exp(x_s), x_s = a (s (theta - b) - sum of the steps taken); d x_s / d log a = x_s. */
function tabulateGraded(steps: readonly number[], a: number, b: number, table: ItemTable): void {
  for (let point = 0; point < GRID_COUNT; point += 1) {
    const logits = [0];
    let sum = 0;
    let greatest = 0;
    for (const step of steps) {
      sum += a * ((GRID[point] as number) - b - step);
      logits.push(sum);
      greatest = Math.max(greatest, sum);
    }
    let total = 0;
    let meanLogit = 0;
    let meanCredit = 0;
    const weights = logits.map((logit, credit) => {
      const weight = exp(logit - greatest);
      total += weight;
      meanLogit += weight * logit;
      meanCredit += weight * credit;
      return weight;
    });
    logits.forEach((logit, credit) => {
      const place = credit * GRID_COUNT + point;
      table.probability[place] = (weights[credit] as number) / total;
      table.slopeOfA[place] = logit - meanLogit / total;
      table.slopeOfB[place] = -a * (credit - meanCredit / total);
    });
  }
}
