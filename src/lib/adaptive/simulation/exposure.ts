import type { Bank } from '#lib/adaptive/bank.ts';
import type { Policy } from '#lib/adaptive/policy.ts';
import { answererOf, runAttempt } from '#lib/adaptive/simulation/run.ts';
import { drawAbilities } from '#lib/adaptive/world.ts';
import { exp } from '#lib/base/exp-log.ts';
import { seededRandom } from '#lib/base/random.ts';

const ROUNDS = 75;
const LEARNERS = 120;
/** Prices aim below the cap by this share, so that chance in a group of a few thousand stays under it too. */
const AIM = 0.85;
/** How fast prices move at first, in logs; the last rounds are averaged. */
const FIRST_STEP = 0.35;
const AVERAGED = 40;

/** By how many people each item was met, as a share of the attempts, in the order of the bank. */
export function exposureOf(bank: Bank, attempts: readonly (readonly string[])[]): Float64Array {
  const places = new Map(bank.items.map(({ id }, index) => [id, index]));
  const rates = new Float64Array(bank.items.length);
  for (const items of attempts) {
    for (const id of items) {
      const place = places.get(id);
      if (place !== undefined) rates[place] = (rates[place] as number) + 1 / attempts.length;
    }
  }
  return rates;
}

/**
 * The prices that keep each item's exposure under the policy's cap, one for each item of the bank: what is asked too
 * often becomes dearer and goes to the people for whom it is worth the most. They are the multipliers of the cap in
 * the constrained choice, found by stochastic approximation (Robbins and Monro, 1951) on made-up learners, in place
 * of the lottery of Sympson and Hetter (1985). `progress` is told the share of the work done.
 */
export function exposurePrices(
  bank: Bank,
  policy: Policy,
  seed: string,
  progress: (share: number) => void = () => undefined,
): readonly number[] {
  const { exposureCap } = policy;
  const logs = new Float64Array(bank.items.length);
  const sums = new Float64Array(bank.items.length);
  if (exposureCap === undefined) return Array.from(logs, () => 1);
  const aim = exposureCap * AIM;
  const random = seededRandom(`${seed}:exposure`);
  for (let round = 0; round < ROUNDS; round += 1) {
    const prices = Array.from(logs, exp);
    const attempts = Array.from({ length: LEARNERS }, () => {
      const answer = answererOf(bank, drawAbilities(bank, random), random);
      return runAttempt(bank, { ...policy, prices }, answer, random).answers.map(({ item }) => item);
    });
    const step = FIRST_STEP / (1 + round / 10);
    exposureOf(bank, attempts).forEach((rate, index) => {
      const excess = Math.max(-1, Math.min(2, rate / aim - 1));
      logs[index] = Math.max(0, (logs[index] as number) + step * excess);
      if (round >= ROUNDS - AVERAGED) sums[index] = (sums[index] as number) + logs[index] / AVERAGED;
    });
    progress((round + 1) / ROUNDS);
  }
  return Array.from(sums, exp);
}
