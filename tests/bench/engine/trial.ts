import type { Bank } from '#lib/adaptive/bank.ts';
import type { Policy } from '#lib/adaptive/policy.ts';
import { answererOf, runAttempt } from '#lib/adaptive/simulation/run.ts';
import { statisticsOf, type Case, type Statistics } from '#lib/adaptive/simulation/statistics.ts';
import { drawAbilities } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';

/** Attempts of `learners` people drawn from the true bank: the same people for the same seed, whatever the engine believes. */
export function attempts(
  bank: Bank,
  truth: Bank,
  policy: Policy,
  learners: number,
  seed: string,
): readonly Case[] {
  return Array.from({ length: learners }, (_, index) => {
    const theta = drawAbilities(truth, seededRandom(`${seed}:${index}:abilities`));
    const answer = answererOf(truth, theta, seededRandom(`${seed}:${index}:answers`));
    return { theta, run: runAttempt(bank, policy, answer, seededRandom(`${seed}:${index}:choices`)) };
  });
}

/** What those attempts came to. */
export function trial(bank: Bank, truth: Bank, policy: Policy, learners: number, seed: string): Statistics {
  return statisticsOf(attempts(bank, truth, policy, learners, seed), bank, truth, policy);
}

/** The mean of a number over trials. */
export function mean<One>(ones: readonly One[], of: (one: One) => number): number {
  return ones.reduce((sum, one) => sum + of(one), 0) / ones.length;
}
