import { indexOf } from '#lib/adaptive/bank.ts';
import { expectedDrop, outlookOn, type Outlook } from '#lib/adaptive/expected-drop.ts';
import { gainsOf } from '#lib/adaptive/goal.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { candidatesOf, type RuleName } from '#lib/adaptive/rules.ts';
import type { Allowed, Situation } from '#lib/adaptive/situation.ts';
import { exp, log } from '#lib/base/exp-log.ts';
import { drawFor, type Random } from '#lib/base/random.ts';

/** The item to ask, and the rules that had to yield for it. */
export interface Selection {
  readonly item: Item;
  /** How much the goal's loss is expected to drop by the answer to the best item, which near-ties may have passed over. */
  readonly drop: number;
  readonly relaxed: readonly RuleName[];
}

/** Equal items are drawn even where the policy leaves near-ties alone. */
const LEAST_TIE = 1e-9;
/** How much of its worth an item lacks at the first question for each unit of log slope: steep items are for when one knows where to aim (Chang and Ying, 1999). */
const PATIENCE = 0.4;

/**
 * The item that is expected to lower the loss of the goal the most, as seen from the end of the questions that are sure to
 * come, near-ties taking turns; undefined when none is left. It takes exactly one number from `random`, or none without an item. Source: van der Linden and Pashley (2010),
 * minimum expected posterior variance, here for a vector of abilities that share a factor.
 */
export function selectItem(situation: Situation, random: Random, isAllowed: Allowed): Selection | undefined {
  const { bank, policy, posterior, count } = situation;
  const outlooks = bank.competences.map((_, competence) => outlookOn(posterior, competence));
  const { candidates, relaxed } = candidatesOf(situation, outlooks, isAllowed);
  if (candidates.length === 0) return undefined;
  const { curves, competences, hashes, worthDoubts, steepnesses } = indexOf(bank);
  const gains = gainsOf(policy.goal, posterior);
  const following = Math.max(0, 1 - (count + 1) / policy.length.least);
  const leanings = leaningsOf(gains, following);
  const patience = PATIENCE * following;
  // At the start all learners look alike, and only chance can spread them over the items.
  const tie = Math.max(LEAST_TIE, policy.nearTie / (1 + count));
  const draw = random();
  let chosen = -1;
  let best = -1;
  let bestDrop = 0;
  for (const index of candidates) {
    const competence = competences[index] as number;
    const variance = expectedDrop(curves, index, outlooks[competence] as Outlook);
    // Items of which little is known are near-ties by as much: asking now one, now another is how they get known.
    const near = Math.max(tie, worthDoubts[index] as number);
    const share = 1 - near * drawFor(hashes[index] as number, draw);
    const promise = (leanings[competence] as number) * (1 - patience * (steepnesses[index] as number));
    const worth = (promise * variance * share) / (policy.prices?.[index] ?? 1);
    if (worth > best) {
      best = worth;
      chosen = index;
    }
    bestDrop = Math.max(bestDrop, (gains[competence] as number) * variance);
  }
  return { item: bank.items[chosen] as Item, drop: bestDrop, relaxed };
}

/**
 * What each competence counts for when a share of the sure questions still follows, from what the goal gains by it. A
 * question hits its mark the better, the more went before it: the first ones go where they tell the most of anybody,
 * and the more is at stake, the later it is asked. At the last sure question it is the goal alone.
 */
function leaningsOf(gains: Float64Array, following: number): Float64Array {
  const asked = 1 - following;
  const power = asked * Math.sqrt(asked);
  return following === 0 ? gains : gains.map((gain) => (gain > 0 ? exp(power * log(gain)) : 0));
}
