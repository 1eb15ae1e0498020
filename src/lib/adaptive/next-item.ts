import { itemOf, type Bank } from '#lib/adaptive/bank.ts';
import type { Answer } from '#lib/adaptive/item.ts';
import type { Policy } from '#lib/adaptive/policy.ts';
import { selectItem, type Selection } from '#lib/adaptive/selection.ts';
import { situationOf, type Allowed, type Situation } from '#lib/adaptive/situation.ts';
import { isWorthAsking, stopReason, type StopReason } from '#lib/adaptive/stopping.ts';
import type { Random } from '#lib/base/random.ts';

/** What comes after the answers so far: an item, or the end and why. */
export type NextItem = Selection | { readonly stop: StopReason };

/** The next item from where an assessment stands, or why it ends: the same as `nextItem`, without the rebuilding. */
export function nextFrom(situation: Situation, random: Random, isAllowed: Allowed = () => true): NextItem {
  const { bank, policy, posterior, count } = situation;
  const stop = stopReason(policy, posterior, count);
  if (stop !== undefined) return { stop };
  if (policy.form !== undefined) {
    const item = itemOf(bank, policy.form[count] ?? '');
    return item !== undefined && isAllowed(item) ? { item, drop: 0, relaxed: [] } : { stop: 'noItemLeft' };
  }
  const selection = selectItem(situation, random, isAllowed);
  if (selection === undefined) return { stop: 'noItemLeft' };
  return isWorthAsking(policy, selection.drop, count) ? selection : { stop: 'noGain' };
}

/**
 * The next item of an assessment, or why it ends. The bank must have passed `checkBank`. Seeding `random` from the
 * attempt's seed and the number of answers makes the choice the same whether the attempt runs on or is resumed.
 */
export function nextItem(
  bank: Bank,
  policy: Policy,
  answers: readonly Answer[],
  random: Random,
  isAllowed: Allowed = () => true,
): NextItem {
  return nextFrom(situationOf(bank, policy, answers), random, isAllowed);
}
