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
  const { policy } = situation;
  const { items, relaxed } = candidatesOf(situation, isAllowed);
  if (items.length === 0) return undefined;
  const drops = dropsOf(items, situation);
  let best = 0;
  for (const drop of drops) best = Math.max(best, drop);
  const ties = items.filter((_, index) => (drops[index] as number) >= best * (1 - policy.nearTie));
  // By id, so that neither the order of the bank nor a new revision's order decides who is drawn.
  ties.sort((one, other) => (one.id < other.id ? -1 : 1));
  return { item: ties[randomIndex(random, ties.length)] as Item, relaxed };
}

/** The drop of the goal's loss to expect from each item. */
function dropsOf(items: readonly Item[], { policy, posterior }: Situation): Float64Array {
  const { beliefs } = posterior;
  const worth = gainsOf(policy.goal, posterior).map((gain, competence) => {
    const { variance } = beliefs[competence] as Belief;
    return gain * variance * variance;
  });
  const drops = new Float64Array(items.length);
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as Item;
    const information = expectedInformation(item, beliefs[item.competence] as Belief);
    drops[index] = (worth[item.competence] as number) * information;
  }
  return drops;
}
