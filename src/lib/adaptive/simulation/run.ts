import { itemOf, type Bank } from '#lib/adaptive/bank.ts';
import type { Answer, Item } from '#lib/adaptive/item.ts';
import { nextFrom } from '#lib/adaptive/next-item.ts';
import type { Policy } from '#lib/adaptive/policy.ts';
import { situationAfter, situationAtStart, type Situation } from '#lib/adaptive/situation.ts';
import type { StopReason } from '#lib/adaptive/stopping.ts';
import { drawAnswer } from '#lib/adaptive/world.ts';
import type { Random } from '#lib/base/random.ts';

/** A whole attempt of a made-up learner. */
export interface Run {
  readonly answers: readonly Answer[];
  readonly stop: StopReason;
  readonly end: Situation;
}

/** What somebody of these abilities would answer to an item of the bank that the engine believes in. */
export type Answerer = (item: Item) => Answer;

/** An answerer whose items are truly those of another bank; an item that bank lacks is as believed. */
export function answererOf(truth: Bank, abilities: readonly number[], random: Random): Answerer {
  return (item) => drawAnswer(itemOf(truth, item.id) ?? item, abilities, random);
}

/** Runs one attempt from its first question to its end; chance comes from `random` alone. */
export function runAttempt(bank: Bank, policy: Policy, answer: Answerer, random: Random): Run {
  const answers: Answer[] = [];
  let situation = situationAtStart(bank, policy);
  for (;;) {
    const next = nextFrom(situation, random);
    if ('stop' in next) return { answers, stop: next.stop, end: situation };
    const given = answer(next.item);
    answers.push(given);
    situation = situationAfter(situation, given);
  }
}
