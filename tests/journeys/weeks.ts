import { expect, type Page } from '@playwright/test';
import type { Json } from '#lib/base/canonical-json.ts';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import { player } from '#lib/i18n/messages/fr/player.ts';
import { progress as words } from '#lib/i18n/messages/fr/progress.ts';
import { beginningOf, challenges, lessons } from '../contract/challenges.ts';
import { taskDrawn } from './device.ts';
import type { Hand } from './hand.ts';
import { asked, events } from './journal.ts';
import { arrives } from './keyboard.ts';
import { actionsOf, play } from './play.ts';

// Weeks of a learner who takes the test of one competence, learns, and takes it again.

/** What is learnt in these weeks: « Interagir ». */
export const competence = '2.1';

/** What is practised in these weeks, of what the first test missed. */
export const skill = 'écrire et répondre à un message';

/** The lesson that teaches it. */
export const lesson = lessons.find(({ id }) => id === '2.1/answer-a-message')!.lessons.fr!;

/** A Monday. */
const start = new Date('2026-03-02T10:00:00Z');

/** Moves the clock of a page, and of those opened after it, to a day of these weeks; the first is 0. */
export async function toDay(page: Page, day: number): Promise<void> {
  await page.clock.setFixedTime(new Date(start.getTime() + day * 86_400_000));
}

/** Answers the exercise on the screen, rightly or not at all, and goes on from what is said of it. */
export async function answer(page: Page, hand: Hand, isRight: boolean): Promise<void> {
  const validate = page.getByRole('button', { name: player.validate });
  await expect(validate).toBeVisible();
  const item = await asked(page);
  const authored = challenges.find(({ challenge }) => challenge.id === item);
  // The buttons stay from one question to the next: it is there once its own words are, and what they are about.
  await expect(page.locator('.instruction')).toContainText(beginningOf(item ?? ''));
  await taskDrawn(page);
  const right = authored?.examples.fr?.find(({ outcome }) => outcome === 'correct');
  if (isRight && authored !== undefined && right !== undefined) {
    await play(page, authored, actionsOf(authored, right.response as Json), hand);
    await hand.press(validate);
  } else await hand.press(page.getByRole('button', { name: player.dontKnow }));
  await expect.poll(() => asked(page)).not.toBe(item);
  // What comes next is there: another question, a look back, or the page of the end.
  const title = page.getByRole('heading', { level: 1 });
  const onward = page.getByRole('button', { name: /^(Continuer|Voir mon résultat|Terminer)$/ });
  const end = page.getByRole('heading', { name: learner.result.title });
  await expect(onward.or(validate).or(end).first()).toBeVisible();
  await expect(title).toBeFocused();
  if (await onward.isVisible()) {
    const before = await title.innerText();
    await hand.press(onward);
    await expect(title).not.toHaveText(before);
    await expect(title).toBeFocused();
  }
}

/** Takes the test that the page shows, to its end. */
export async function takeTest(page: Page, hand: Hand, isRight: boolean): Promise<void> {
  await page.waitForURL('**/test');
  while ((await asked(page)) !== null) await answer(page, hand, isRight);
  await arrives(page, learner.result.title);
}

/** Does what there is to review today, and gives how many. */
export async function review(page: Page, hand: Hand): Promise<number> {
  const title = page.getByRole('heading', { level: 1 });
  for (let done = 0; ; done += 1) {
    // Until it was looked for, the title says neither how many nor that there are none.
    await expect(title).toHaveText(/^\d|^Encore|C’est tout|Rien/);
    if (/C’est tout|Rien/.test(await title.innerText())) return done;
    await hand.press(page.getByRole('button', { name: done === 0 ? words.reviews.begin : player.next }));
    await page.waitForURL('**/test');
    await answer(page, hand, true);
    await page.waitForURL('**/review');
  }
}

/** What a test said of a level. */
interface Measured {
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

/** What the first test said of the competence, and the last one; fails unless it said a higher level. */
export async function levelMoved(
  page: Page,
): Promise<{ readonly before: Measured; readonly after: Measured }> {
  const levels = (await events(page)).flatMap((event) =>
    event.type === 'attempt.completed' ? event.levels.filter(({ target }) => target === competence) : [],
  );
  const [before, after] = [levels[0]!, levels.at(-1)!];
  expect(after.level, 'the level moved up').toBeGreaterThan(before.level);
  return { before, after };
}
