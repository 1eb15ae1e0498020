import type { Page } from '@playwright/test';
import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import { simulators } from '#lib/challenges/registry.ts';
import { answerActionSchema, askSchema } from '#lib/challenges/simulator.ts';
import type { AuthoredChallenge } from '#lib/content/authored.ts';
import { richOf, wordsOf } from '#lib/content/words.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import type { Hand } from './hand.ts';
import { players } from './players/players.ts';

/** What is done one after the other in a response: the actions in a simulator, else the response itself. */
export function actionsOf({ challenge }: AuthoredChallenge, response: Json): readonly Json[] {
  return challenge.kind in simulators && Array.isArray(response) ? (response as readonly Json[]) : [response];
}

/** Does what a response tells, on the screen that shows the challenge; nothing is validated. */
export async function play(
  page: Page,
  authored: AuthoredChallenge,
  actions: readonly Json[],
  hand: Hand,
): Promise<void> {
  const { challenge, texts } = authored;
  if (texts.fr === undefined) throw new Error(`${challenge.id} has no French words`);
  const plain = wordsOf(texts.fr);
  const rich = richOf(texts.fr);
  for (const [index, action] of actions.entries()) {
    const answered = v.safeParse(answerActionSchema, action);
    if (answered.success) await answer(page, challenge.params, answered.output.value, plain, hand);
    else {
      const done = actions.slice(0, index);
      await players[challenge.kind](page, action, { hand, params: challenge.params, plain, rich, done });
    }
  }
}

/** Answers the question under a simulator. */
async function answer(
  page: Page,
  params: Json,
  value: string,
  plain: (text: string) => string,
  hand: Hand,
): Promise<void> {
  const asked = v.parse(askSchema, (params as { readonly ask: unknown }).ask);
  if (asked.type === 'choice') {
    const text = plain(asked.options.find((option) => option.id === value)?.text ?? '');
    return hand.choose(page.getByRole('radio', { name: text, exact: true }));
  }
  const { answerNumber, answer: typed } = frExercise.simulators;
  return hand.fill(page.getByLabel(asked.type === 'number' ? answerNumber : typed, { exact: true }), value);
}
