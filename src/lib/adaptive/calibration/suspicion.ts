import type { Model } from '#lib/adaptive/calibration/model.ts';
import { BANDS, type Residuals, type ResidualSums } from '#lib/adaptive/calibration/residuals.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { normalCdf } from '#lib/adaptive/normal.ts';
import { exp, log } from '#lib/base/exp-log.ts';

/** Share of false alarms accepted in a list. */
const FALSE_ALARMS = 0.01;
/** A smaller difference, in share of full credit, changes nothing for anybody. */
const LEAST_EFFECT = 0.06;
/** With fewer answers nothing is said. */
const LEAST_ANSWERS = 30;

/** Why an item should be looked at. */
export interface Suspicion {
  readonly item: string;
  /** The evidence, as a standard normal number. */
  readonly z: number;
  /** How much it matters, in share of full credit. */
  readonly effect: number;
  readonly answers: number;
}

export interface Suspicions {
  /** Right more or less often than its curve says, at some abilities. */
  readonly misfit: readonly Suspicion[];
  /** Easier (above 0) or harder late than early. */
  readonly drift: readonly Suspicion[];
  /** Easier (above 0) or harder for the second group than for the first, at equal ability. */
  readonly bias: readonly Suspicion[];
}

/** The items whose residuals chance does not explain, the most surprising first. */
export function suspicionsOf(model: Model, { bands, halves, groups }: Residuals): Suspicions {
  return {
    misfit: kept(model.items.flatMap((item, index) => misfitOf(item, index, bands))),
    drift: kept(differences(model, halves)),
    bias: kept(differences(model, groups)),
  };
}

/** Benjamini and Hochberg (1995): of the suspicions, those that stand when all were looked for at once. */
export function standing(probabilities: readonly number[], falseAlarms: number): readonly boolean[] {
  const order = probabilities.map((_, index) => index);
  order.sort((one, other) => (probabilities[one] as number) - (probabilities[other] as number));
  let last = -1;
  order.forEach((index, rank) => {
    if ((probabilities[index] as number) <= (falseAlarms * (rank + 1)) / order.length) last = rank;
  });
  const stands = probabilities.map(() => false);
  for (const index of order.slice(0, last + 1)) stands[index] = true;
  return stands;
}

interface Tested extends Suspicion {
  readonly probability: number;
}

function kept(tested: readonly Tested[]): readonly Suspicion[] {
  const stands = standing(
    tested.map(({ probability }) => probability),
    FALSE_ALARMS,
  );
  return tested
    .filter(({ effect }, index) => stands[index] && Math.abs(effect) >= LEAST_EFFECT)
    .map(({ probability: _, ...suspicion }) => suspicion)
    .sort((one, other) => Math.abs(other.z) - Math.abs(one.z));
}

/** Chi-squared over the bands, made normal by Wilson and Hilferty (1931). */
function misfitOf(
  item: Item,
  index: number,
  { counts, residuals, variances }: ResidualSums,
): readonly Tested[] {
  let answers = 0;
  let chiSquared = 0;
  let degrees = 0;
  let square = 0;
  for (let place = BANDS * index; place < BANDS * (index + 1); place += 1) {
    const count = counts[place] as number;
    const variance = variances[place] as number;
    answers += count;
    if (variance < 1) continue;
    const excess = (residuals[place] as number) * (residuals[place] as number);
    chiSquared += excess / variance;
    degrees += 1;
    // What chance alone would add to the square is taken off.
    square += (excess - variance) / count;
  }
  if (degrees === 0 || answers < LEAST_ANSWERS) return [];
  const spread = 2 / (9 * degrees);
  const z = (exp(log(Math.max(1e-9, chiSquared / degrees)) / 3) - (1 - spread)) / Math.sqrt(spread);
  const effect = Math.sqrt(Math.max(0, square) / answers);
  return [{ item: item.id, z, effect, answers, probability: normalCdf(-z) }];
}

/**
 * The difference of mean residual between two sets of answers, less what a difference of ability would make of it:
 * the prior knows one public only, so a group that is abler shows in every item of the competence.
 */
function differences(
  model: Model,
  [first, second]: readonly [ResidualSums, ResidualSums],
): readonly Tested[] {
  const shifts = [first, second].map((sums) => abilityShifts(model, sums));
  return model.items.flatMap((item, index): readonly Tested[] => {
    const counts = [first.counts[index] as number, second.counts[index] as number] as const;
    if (Math.min(...counts) < LEAST_ANSWERS) return [];
    const means = [first, second].map((sums, which) => {
      const shift = shifts[which]?.[item.competence] as number;
      const left = (sums.residuals[index] as number) - shift * (sums.slopes[index] as number);
      return left / (sums.counts[index] as number);
    });
    const effect = (means[1] as number) - (means[0] as number);
    const variance =
      (first.variances[index] as number) / (counts[0] * counts[0]) +
      (second.variances[index] as number) / (counts[1] * counts[1]);
    if (variance === 0) return [];
    const z = effect / Math.sqrt(variance);
    const probability = 2 * normalCdf(-Math.abs(z));
    return [{ item: item.id, z, effect, answers: counts[0] + counts[1], probability }];
  });
}

function abilityShifts(model: Model, { residuals, slopes }: ResidualSums): Float64Array {
  const excess = new Float64Array(model.rho.length);
  const slope = new Float64Array(model.rho.length);
  model.items.forEach(({ competence }, index) => {
    excess[competence] = (excess[competence] as number) + (residuals[index] as number);
    slope[competence] = (slope[competence] as number) + (slopes[index] as number);
  });
  return excess.map((sum, competence) =>
    (slope[competence] as number) > 0 ? sum / (slope[competence] as number) : 0,
  );
}
