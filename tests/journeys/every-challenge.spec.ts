import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Json } from '#lib/base/canonical-json.ts';
import type { AuthoredChallenge } from '#lib/content/authored.ts';
import type { Example } from '#lib/content/source-schema.ts';
import { player as words } from '#lib/i18n/messages/fr/player.ts';
import { challenges, firstOfEachKind } from '../contract/challenges.ts';
import { phone, readyOffline } from './device.ts';
import { button, finger, keyboard, type Hand } from './hand.ts';
import { ask } from './journal.ts';
import { actionsOf, play } from './play.ts';
import { cutWords } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';

// KIND=all plays every challenge, KIND=mail those of one kind; without it, the first of each kind is played.
// SHOTS=folder keeps pictures: of the beginning, and of each example before it is validated.
const { KIND: wanted, SHOTS: shots } = process.env;
const chosen =
  wanted === undefined
    ? firstOfEachKind
    : challenges.filter(({ challenge }) => wanted === 'all' || wanted === challenge.kind);

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
      await test.step(`${example.outcome}, with a finger`, () =>
        comesOut(authored, example, finger, `${index}`));
    }
    const right = examples.find(({ outcome }) => outcome === 'correct');
    if (right !== undefined) {
      await test.step('with the keyboard', () => comesOut(authored, right, keyboard, 'keyboard'));
    }
  });
}

/** Does what an example tells, and looks at what the screen says of it. */
async function comesOut(
  authored: AuthoredChallenge,
  example: Example,
  hand: Hand,
  shot: string,
): Promise<void> {
  const actions = actionsOf(authored, example.response as Json);
  const { id, kind } = authored.challenge;
  const name = `${kind}-${id.replace('/', '-')}`;
  await ask(page, id);
  if (shot === '0') await picture(`${name}-begin`);
  await play(page, authored, actions, hand);
  await picture(`${name}-${shot}-${example.outcome}`);
  expect.soft(await cutWords(page), `${name}: no word of a button is cut in two`).toEqual([]);
  const isNothing = actions.length === 0;
  await hand.press(button(page, isNothing ? words.dontKnow : words.validate));
  const said = words.outcome[isNothing ? 'skipped' : example.outcome];
  await expect(page.getByText(said, { exact: true }).last()).toBeVisible();
}

/** Keeps a picture of the whole page, where pictures are asked for. */
async function picture(name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}
