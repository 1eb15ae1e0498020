import type { Bank } from '#lib/adaptive/bank.ts';
import { areasGoal, overallGoal, profileGoal, type Goal } from '#lib/adaptive/goal.ts';
import { informationOf } from '#lib/adaptive/simulation/information.ts';
import { inverse, type Matrix } from '#lib/adaptive/simulation/matrix.ts';

/** Root mean square errors of a test that knew each learner's abilities when it chose its items. */
export interface Bounds {
  readonly areas: number;
  readonly competences: number;
  readonly global: number;
}

/**
 * The van Trees bounds of a test of `length` questions over these learners, given the true items: the mean squared
 * error is at least the goal's share of (P^-1 + E[I])^-1, P the prior covariance and I the information (van Trees,
 * 1968; Gill and Levit, 1995). Each learner gets the items that tell the most at his or her true ability; how many
 * questions each competence gets is the same for everybody, shared out for the goal.
 */
export function boundsOf(bank: Bank, abilities: readonly (readonly number[])[], length: number): Bounds {
  const information = meanBestInformation(bank, abilities);
  const precision = priorPrecision(bank);
  const bound = (goal: Goal): number => Math.sqrt(leastLoss(precision, information, length, goal));
  return {
    areas: bound(areasGoal(bank)),
    competences: bound(profileGoal(bank)),
    global: bound(overallGoal(bank)),
  };
}

/** The least number of questions for which the bound of the competences' error is no more than `error`, in part too. */
export function leastLength(bank: Bank, abilities: readonly (readonly number[])[], error: number): number {
  const information = meanBestInformation(bank, abilities);
  const precision = priorPrecision(bank);
  const goal = profileGoal(bank);
  const bound = (length: number): number => Math.sqrt(leastLoss(precision, information, length, goal));
  let length = 0;
  while (length < bank.items.length && bound(length) > error) length += 1;
  if (length === 0) return 0;
  const before = bound(length - 1);
  return length - 1 + (before - error) / (before - bound(length));
}

/** For each competence, the mean over learners of the information of their best n items, by n from 0. */
function meanBestInformation(bank: Bank, abilities: readonly (readonly number[])[]): readonly Float64Array[] {
  return bank.competences.map((_, k) => {
    const items = bank.items.filter((item) => item.competence === k);
    const sums = new Float64Array(items.length + 1);
    for (const theta of abilities) {
      const sorted = Float64Array.from(items, (item) => informationOf(item, theta[k] as number)).sort();
      let sum = 0;
      for (let taken = 1; taken <= sorted.length; taken += 1) {
        sum += sorted[sorted.length - taken] as number;
        sums[taken] = (sums[taken] as number) + sum / abilities.length;
      }
    }
    return sums;
  });
}

/** The loss once the questions were given, one by one, to the competence that lowers it the most. */
function leastLoss(
  precision: Matrix,
  information: readonly Float64Array[],
  length: number,
  goal: Goal,
): number {
  const asked = information.map(() => 0);
  const got = information.map(() => 0);
  let loss = lossAt(precision, got, goal);
  for (let left = length; left > 0; left -= 1) {
    // A mean length need not be whole: its last question counts in part.
    const part = Math.min(1, left);
    let chosen = -1;
    let least = loss;
    information.forEach((sums, k) => {
      const next = sums[(asked[k] as number) + 1];
      if (next === undefined) return;
      const more = part * (next - (sums[asked[k] as number] as number));
      const after = lossAt(
        precision,
        got.map((value, index) => (index === k ? value + more : value)),
        goal,
      );
      if (after >= least) return;
      least = after;
      chosen = k;
    });
    if (chosen < 0) break;
    const sums = information[chosen] as Float64Array;
    const count = asked[chosen] as number;
    got[chosen] = (got[chosen] as number) + part * ((sums[count + 1] as number) - (sums[count] as number));
    asked[chosen] = count + 1;
    loss = least;
  }
  return loss;
}

/** The goal's loss, variances by importance, when each competence got that much information. */
function lossAt(precision: Matrix, information: readonly number[], goal: Goal): number {
  const covariance = inverse(
    precision.map((row, i) => row.map((value, j) => (i === j ? value + (information[i] as number) : value))),
  );
  let loss = 0;
  for (const { weights, importance } of goal) {
    covariance.forEach((row, i) => {
      const shared = row.reduce((sum, value, j) => sum + value * (weights[j] as number), 0);
      loss += importance * shared * (weights[i] as number);
    });
  }
  return loss;
}

/** The inverse of the prior covariance diag(1 - rho) + s s', s = sqrt(rho). */
function priorPrecision({ rho }: Bank): Matrix {
  return inverse(
    rho.map((own, i) => rho.map((other, j) => (i === j ? 1 : Math.sqrt(own) * Math.sqrt(other)))),
  );
}
