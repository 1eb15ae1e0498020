import type { Bank } from '#lib/adaptive/bank.ts';
import { areasGoal, overallGoal, profileGoal, type Goal, type Target } from '#lib/adaptive/goal.ts';
import { levelAt, levelOf } from '#lib/adaptive/level.ts';
import type { Policy } from '#lib/adaptive/policy.ts';
import { estimateOf, type Estimate } from '#lib/adaptive/posterior.ts';
import { boundsOf, type Bounds } from '#lib/adaptive/simulation/bound.ts';
import { exposureOf } from '#lib/adaptive/simulation/exposure.ts';
import type { Run } from '#lib/adaptive/simulation/run.ts';

/** One learner's true abilities and the attempt that was made of them. */
export interface Case {
  readonly theta: readonly number[];
  readonly run: Run;
}

/** What whole attempts came to. Errors are on the ability scale; shares are from 0 to 1. */
export interface Statistics {
  readonly learners: number;
  readonly questions: { readonly mean: number; readonly p10: number; readonly p90: number };
  readonly rmse: Bounds;
  readonly bias: number;
  readonly statedSE: number;
  readonly cover90: number;
  readonly level: { readonly exact: number; readonly withinOne: number };
  readonly maxExposure: number;
  readonly bankUsed: number;
  readonly bound: Bounds;
}

/** The 95th percentile of the standard normal distribution: what is below and above leaves 90 % between. */
const NINETY_FIVE = 1.6448536269514722;

/** A target of a goal, as it is and as an attempt left it. */
export interface Judged {
  readonly truth: number;
  readonly estimate: Estimate;
}

/** Every target of a goal in every attempt. */
export function judged(cases: readonly Case[], goal: Goal): readonly Judged[] {
  return cases.flatMap(({ theta, run }) =>
    goal.map(({ weights }) => ({
      truth: truthOf(weights, theta),
      estimate: estimateOf(run.end.posterior, weights),
    })),
  );
}

/**
 * What these attempts came to. Bias, stated error, cover and levels are over the targets of the policy's goal, the
 * mean of all left out where others stand beside it; the stated error is a root mean square. `truth` is the bank of
 * the items as they are.
 */
export function statisticsOf(cases: readonly Case[], bank: Bank, truth: Bank, policy: Policy): Statistics {
  const rmse = (goal: Goal): number =>
    Math.sqrt(meanOf(judged(cases, goal), (one) => errorOf(one) * errorOf(one)));
  const goal = policy.goal.length > 1 ? policy.goal.filter(isPart) : policy.goal;
  const all = judged(cases, goal);
  const lengths = cases.map(({ run }) => run.answers.length).sort((one, other) => one - other);
  const mean = meanOf(lengths, (length) => length);
  const exposure = exposureOf(
    bank,
    cases.map(({ run }) => run.answers.map(({ item }) => item)),
  );
  const distance = ({ truth: theta, estimate }: Judged): number =>
    Math.abs(levelOf(estimate, bank.cuts).level - levelAt(theta, bank.cuts));
  const thetas = cases.map(({ theta }) => theta);
  return {
    learners: cases.length,
    questions: { mean, p10: quantile(lengths, 0.1), p90: quantile(lengths, 0.9) },
    rmse: {
      areas: rmse(areasGoal(bank)),
      competences: rmse(profileGoal(bank)),
      global: rmse(overallGoal(bank)),
    },
    bias: meanOf(all, errorOf),
    statedSE: Math.sqrt(meanOf(all, ({ estimate }) => estimate.sd * estimate.sd)),
    cover90: meanOf(all, (one) => (Math.abs(errorOf(one)) < NINETY_FIVE * one.estimate.sd ? 1 : 0)),
    level: {
      exact: meanOf(all, (one) => (distance(one) === 0 ? 1 : 0)),
      withinOne: meanOf(all, (one) => (distance(one) <= 1 ? 1 : 0)),
    },
    maxExposure: exposure.reduce((most, rate) => Math.max(most, rate), 0),
    bankUsed: exposure.filter((rate) => rate > 0).length / exposure.length,
    bound: boundsOf(truth, thetas, mean),
  };

  function isPart({ weights }: Target): boolean {
    return weights.some((weight) => weight === 0);
  }
}

/** How far an estimate is above the truth. */
export function errorOf({ truth, estimate }: Judged): number {
  return estimate.mean - truth;
}

/** The mean of a number over members; NaN over none. */
export function meanOf<Member>(members: readonly Member[], value: (member: Member) => number): number {
  return members.reduce((sum, member) => sum + value(member), 0) / members.length;
}

function truthOf(weights: readonly number[], theta: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (theta[index] as number), 0);
}

/** The least of the sorted numbers that this share of them does not exceed. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}
