import { normalCdf } from '#lib/adaptive/normal.ts';
import type { Estimate } from '#lib/adaptive/posterior.ts';

/** The 95th percentile of the standard normal distribution. */
const NINETY_FIVE = 1.6448536269514722;

/** A level from 0 to the number of cuts, never shown without how sure it is. */
export interface Level {
  readonly level: number;
  /** Nine times in ten the true level is from `low` to `high`. */
  readonly low: number;
  readonly high: number;
  /** Probability that the true level is exactly this one. */
  readonly certainty: number;
  /** Probability that the true level is this one or a neighbour. */
  readonly withinOne: number;
}

/**
 * The level in which the mean of the estimate falls. It is also the posterior's median, so no other level is
 * closer to the truth on average; the most probable level would jump to the open-ended first or last one as soon
 * as little is known.
 */
export function levelOf(estimate: Estimate, cuts: readonly number[]): Level {
  const level = levelAt(estimate.mean, cuts);
  return {
    level,
    low: levelAt(estimate.mean - NINETY_FIVE * estimate.sd, cuts),
    high: levelAt(estimate.mean + NINETY_FIVE * estimate.sd, cuts),
    certainty: probabilityBetween(estimate, cuts, level, level),
    withinOne: probabilityBetween(estimate, cuts, level - 1, level + 1),
  };
}

/** The level of an ability or a difficulty: how many cuts are at or below it. */
export function levelAt(theta: number, cuts: readonly number[]): number {
  return cuts.filter((cut) => cut <= theta).length;
}

function probabilityBetween(estimate: Estimate, cuts: readonly number[], low: number, high: number): number {
  const from = cuts[low - 1];
  const to = cuts[high];
  const below = from === undefined ? 0 : standing(from, estimate);
  const upTo = to === undefined ? 1 : standing(to, estimate);
  return upTo - below;
}

function standing(theta: number, { mean, sd }: Estimate): number {
  if (sd === 0) return theta > mean ? 1 : 0;
  return normalCdf((theta - mean) / sd);
}
