import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Json } from '#lib/base/canonical-json.ts';
import * as registry from '#lib/challenges/registry.ts';
import { answerActionSchema, askSchema } from '#lib/challenges/simulator.ts';
import type { AuthoredChallenge } from '#lib/content/authored.ts';
import { checkSources } from '#lib/content/check.ts';
import { readSources } from '#lib/content/server/source-folder.ts';
import type { Example } from '#lib/content/source-schema.ts';
import { richOf, wordsOf } from '#lib/content/words.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import * as v from 'valibot';
import { phone, readyOffline } from './device.ts';
import { button, finger, keyboard, type Hand } from './hand.ts';
import { ask } from './journal.ts';
import { players } from './players/players.ts';
import { ServerProcess } from './server-process.ts';

// KIND=all plays every challenge, KIND=mail those of one kind; without it, the first of each kind is played.
// SHOTS=folder keeps a picture of each example's end.
const { KIND: wanted, SHOTS: shots } = process.env;
const words = learner.player;

const { bundles } = checkSources(await readSources('content-bundles'), registry);
const all = bundles.flatMap(({ challenges }) => challenges);
const chosen = all.filter(({ challenge }, index) => {
  if (wanted !== undefined) return wanted === 'all' || wanted === challenge.kind;
  return all.findIndex((other) => other.challenge.kind === challenge.kind) === index;
});

let server: ServerProcess;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await ServerProcess.started();
  context = await browser.newContext({
    viewport: phone,
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  await page.goto(server.address);
  await readyOffline(page);
});

test.afterAll(async () => {
  await context.close();
  await server.stop('SIGKILL');
});

for (const authored of chosen) {
  const { id, kind } = authored.challenge;
  const examples = authored.examples.fr ?? [];
  test(`${kind} ${id}: by touch, each example comes out as told; by keyboard, it is done well`, async () => {
    for (const [index, example] of examples.entries()) {
      await test.step(`${example.outcome}, with a finger`, () => play(authored, example, finger, `${index}`));
    }
    const right = examples.find(({ outcome }) => outcome === 'correct');
    if (right !== undefined) {
      await test.step('with the keyboard', () => play(authored, right, keyboard, 'keyboard'));
    }
  });
}

/** Does what an example tells, and looks at what the screen says of it. */
async function play(
  { challenge, texts }: AuthoredChallenge,
  example: Example,
  hand: Hand,
  shot: string,
): Promise<void> {
  const french = texts.fr;
  if (french === undefined) throw new Error(`${challenge.id} has no French words`);
  const plain = wordsOf(french);
  const response = example.response as Json;
  const isLog = challenge.kind in registry.simulators && Array.isArray(response);
  await ask(page, challenge.id);
  const given: readonly Json[] = isLog ? response : [response];
  for (const [index, action] of given.entries()) {
    const task = { hand, params: challenge.params, plain, rich: richOf(french), done: given.slice(0, index) };
    const answered = v.safeParse(answerActionSchema, action);
    if (isLog && answered.success) await answer(challenge.params, answered.output.value, plain, hand);
    else await players[challenge.kind](page, action, task);
  }
  const isNothing = given.length === 0;
  await hand.press(button(page, isNothing ? words.dontKnow : words.validate));
  const said = words.outcome[isNothing ? 'skipped' : example.outcome];
  await expect(page.getByText(said, { exact: true }).last()).toBeVisible();
  if (shots !== undefined) {
    const name = `${challenge.kind}-${challenge.id.replace('/', '-')}-${shot}-${example.outcome}`;
    await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  }
}

/** Answers the question under a simulator. */
async function answer(
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
