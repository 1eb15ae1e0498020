import { creditOf, type Item } from '#lib/adaptive/item.ts';
import { normalNodes } from '#lib/adaptive/normal.ts';
import { exp, logistic } from '#lib/base/exp-log.ts';

/** Averages over a normal error of the logit; the spacing stays under two logits for the steepest usual item. */
const NODES = normalNodes(11, 3.75);

/** (pi / 8): how much a normal error of the logit flattens the logistic curve. Source: MacKay (1992). */
const FLATTENING = 0.39269908169872414;

/** The normal distribution of what is known of one ability. */
export interface Belief {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The probability of that score at ability `theta`, averaged over what is not known of the item (the posterior
 * predictive curve), so that stated errors stay honest before calibration. Sources: Birnbaum (1968), 3PL; Muraki
 * (1992), generalised partial credit.
 */
export function scoreProbability(item: Item, score: number, theta: number): number {
  const credit = creditOf(item, score);
  const logit = item.a * (theta - item.b);
  const error = Math.sqrt(doubtVariance(item, theta));
  if (error === 0) return creditProbability(item, credit, logit);
  let probability = 0;
  for (const { z, weight } of NODES)
    probability += weight * creditProbability(item, credit, logit + error * z);
  return probability;
}

/**
 * The share of full credit to expect, from 0 to 1, from someone of whom that much is known; within 0.02 for right or
 * wrong items, which take one exponential (logistic-normal approximation; MacKay, 1992).
 */
export function expectedSuccess(item: Item, belief: Belief): number {
  const logit = item.a * (belief.mean - item.b);
  const spread = logitVariance(item, belief);
  if (item.steps === undefined)
    return item.c + (1 - item.c) * logistic(logit / Math.sqrt(1 + FLATTENING * spread));
  const error = Math.sqrt(spread);
  let credit = 0;
  for (const { z, weight } of NODES) credit += weight * meanCredit(item, item.steps, logit + error * z);
  return credit / item.steps.length;
}

/**
 * The expected information of an item: variance squared times this is the drop of the ability's variance to
 * expect from its answer, the sum over scores s of E[P_s']^2 / E[P_s] by Stein's lemma. Right or wrong items use
 * the logistic-normal approximation (one exponential). Source: van der Linden and Pashley (2010) on MEPV.
 */
export function expectedInformation(item: Item, belief: Belief): number {
  const logit = item.a * (belief.mean - item.b);
  const spread = logitVariance(item, belief);
  if (item.steps !== undefined) return gradedInformation(item, item.steps, logit, Math.sqrt(spread));
  const shrink = 1 / Math.sqrt(1 + FLATTENING * spread);
  const p = logistic(shrink * logit);
  const right = item.c + (1 - item.c) * p;
  const slope = (1 - item.c) * shrink * item.a * p * (1 - p);
  const spreadOfScore = right * (1 - right);
  return spreadOfScore > 0 ? (slope * slope) / spreadOfScore : 0;
}

function gradedInformation(item: Item, steps: readonly number[], logit: number, error: number): number {
  const levels = steps.length + 1;
  const expected = new Array<number>(levels).fill(0);
  const slopes = new Array<number>(levels).fill(0);
  for (const { z, weight } of NODES) {
    const probabilities = creditProbabilities(item, steps, logit + error * z);
    const mean = probabilities.reduce((sum, p, credit) => sum + p * credit, 0);
    for (let credit = 0; credit < levels; credit += 1) {
      const p = weight * (probabilities[credit] as number);
      expected[credit] = (expected[credit] as number) + p;
      slopes[credit] = (slopes[credit] as number) + p * (credit - mean);
    }
  }
  let information = 0;
  for (let credit = 0; credit < levels; credit += 1) {
    const p = expected[credit] as number;
    const slope = item.a * (slopes[credit] as number);
    if (p > 0) information += (slope * slope) / p;
  }
  return information;
}

/** Variance of the logit that the doubt on a and b causes, to the first order in each. */
function doubtVariance(item: Item, theta: number): number {
  if (item.sd === undefined) return 0;
  const distance = (theta - item.b) * item.sd.a;
  return item.a * item.a * (item.sd.b * item.sd.b + distance * distance);
}

function logitVariance(item: Item, belief: Belief): number {
  return item.a * item.a * belief.variance + doubtVariance(item, belief.mean);
}

function creditProbability(item: Item, credit: number, logit: number): number {
  if (item.steps !== undefined) return creditProbabilities(item, item.steps, logit)[credit] as number;
  // The wrong answer has its own formula: 1 - p would lose the tail of a sure success.
  return credit === 1 ? item.c + (1 - item.c) * logistic(logit) : (1 - item.c) * logistic(-logit);
}

function meanCredit(item: Item, steps: readonly number[], logit: number): number {
  return creditProbabilities(item, steps, logit).reduce((sum, p, credit) => sum + p * credit, 0);
}

/** P(credit) is proportional to exp(sum of a (theta - b - step)) over the steps taken. */
function creditProbabilities(item: Item, steps: readonly number[], logit: number): number[] {
  const logits = [0];
  let sum = 0;
  let greatest = 0;
  for (const step of steps) {
    sum += logit - item.a * step;
    logits.push(sum);
    greatest = Math.max(greatest, sum);
  }
  const weights = logits.map((value) => exp(value - greatest));
  const total = weights.reduce((whole, weight) => whole + weight, 0);
  return weights.map((weight) => weight / total);
}
