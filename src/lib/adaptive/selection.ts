import { gainsOf } from '#lib/adaptive/goal.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { expectedInformation, type Belief } from '#lib/adaptive/response-model.ts';
import { candidatesOf, type RuleName } from '#lib/adaptive/rules.ts';
import type { Allowed, Situation } from '#lib/adaptive/situation.ts';
import { randomIndex, type Random } from '#lib/base/random.ts';

/** The item to ask, and the rules that had to yield for it. */
export interface Selection {
  readonly item: Item;
  readonly relaxed: readonly RuleName[];
}

/**
 * The item that is expected to lower the loss of the goal the most, drawn among near-ties, or undefined when none
 * is left. It takes exactly one number from `random`, or none without an item. Source: van der Linden and Pashley
 * (2010), minimum expected posterior variance, here over a vector of abilities.
 */
export function selectItem(situation: Situation, random: Random, isAllowed: Allowed): Selection | undefined {
  const { policy, posterior } = situation;
  const { items, relaxed } = candidatesOf(situation, isAllowed);
  if (items.length === 0) return undefined;
  const gains = gainsOf(policy.goal, posterior);
  const drops = items.map((item) => {
    const belief = posterior.beliefs[item.competence] as Belief;
    const gain = (gains[item.competence] as number) * belief.variance * belief.variance;
    return gain * expectedInformation(item, belief);
  });
  const best = drops.reduce((most, drop) => Math.max(most, drop), 0);
  const ties = items.filter((_, index) => (drops[index] as number) >= best * (1 - policy.nearTie));
  // By id, so that neither the order of the bank nor a new revision's order decides who is drawn.
  ties.sort((one, other) => (one.id < other.id ? -1 : 1));
  return { item: ties[randomIndex(random, ties.length)] as Item, relaxed };
}
