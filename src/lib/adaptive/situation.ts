import { itemOf, type Bank } from '#lib/adaptive/bank.ts';
import { creditOf, type Answer, type Item } from '#lib/adaptive/item.ts';
import type { Policy } from '#lib/adaptive/policy.ts';
import { fade, observe, priorOf, type Posterior } from '#lib/adaptive/posterior.ts';
import { exp, log } from '#lib/base/exp-log.ts';

const LN_HALF = log(0.5);

/** Whether an item fits the learner: language, device, needs. */
export type Allowed = (item: Item) => boolean;

/** Where an assessment stands between two questions: all that the rules and the selection look at. */
export interface Situation {
  readonly bank: Bank;
  readonly policy: Policy;
  readonly posterior: Posterior;
  /** How many questions were answered, those the bank no longer holds included. */
  readonly count: number;
  /** Items answered, in order, that the bank holds. */
  readonly seen: readonly Item[];
  /** How many of the last answers in a row earned no credit. */
  readonly misses: number;
  /** The day of the last answer; undefined until one has a day. */
  readonly day: number | undefined;
}

const priors = new WeakMap<Bank, Posterior>();

/** Where an assessment stands before its first question. */
export function situationAtStart(bank: Bank, policy: Policy): Situation {
  let posterior = priors.get(bank);
  if (posterior === undefined) {
    posterior = priorOf(bank);
    // Once for a bank object, which never changes: it is the longest computation of the engine.
    priors.set(bank, posterior);
  }
  return { bank, policy, posterior, count: 0, seen: [], misses: 0, day: undefined };
}

/** Where it stands on that day: answers of earlier days have faded, by the policy's half-life. */
export function situationOn(situation: Situation, day: number): Situation {
  const { policy, posterior } = situation;
  const days = situation.day === undefined ? 0 : day - situation.day;
  if (days <= 0) return situation.day === undefined ? { ...situation, day } : situation;
  if (policy.halfLifeDays === undefined) return { ...situation, day };
  return { ...situation, day, posterior: fade(posterior, exp((LN_HALF * days) / policy.halfLifeDays)) };
}

/** Where it stands after one more answer; an answer to an item the bank no longer holds counts, and says nothing. */
export function situationAfter(before: Situation, answer: Answer): Situation {
  const situation = answer.day === undefined ? before : situationOn(before, answer.day);
  const count = situation.count + 1;
  const item = itemOf(situation.bank, answer.item);
  if (item === undefined) return { ...situation, count };
  return {
    ...situation,
    count,
    posterior: observe(situation.posterior, item, answer.score),
    seen: [...situation.seen, item],
    misses: creditOf(item, answer.score) === 0 ? situation.misses + 1 : 0,
  };
}

/** Where it stands after these answers, rebuilt from the bank alone. */
export function situationOf(bank: Bank, policy: Policy, answers: readonly Answer[]): Situation {
  return answers.reduce(situationAfter, situationAtStart(bank, policy));
}
