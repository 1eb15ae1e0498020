import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import type { Json } from '#lib/base/canonical-json.ts';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import { player } from '#lib/i18n/messages/fr/player.ts';
import { progress as words } from '#lib/i18n/messages/fr/progress.ts';
import type { JournalEvent } from '#lib/journal/event.ts';
import { beginningOf, challenges } from '../contract/challenges.ts';
import { begin, readyOffline, taskDrawn } from './device.ts';
import { beginning, keyboard, reach } from './hand.ts';
import { bodies, finishTest } from './journal.ts';
import { press } from './keyboard.ts';
import { pagesOf } from './paper.ts';
import { actionsOf, play } from './play.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';

test.use({ viewport: narrow });

const competence = '2.1';
/** A Monday. */
const start = new Date('2026-03-02T10:00:00Z');
const primary = (page: Page) => page.locator('.button.primary');
const title = (page: Page) => page.getByRole('heading', { level: 1 });

async function toDay(page: Page, day: number): Promise<void> {
  await page.clock.setFixedTime(new Date(start.getTime() + day * 86_400_000));
}

async function events(page: Page): Promise<readonly JournalEvent[]> {
  return (await bodies(page)).map((body) => JSON.parse(body) as JournalEvent);
}

/** The exercise that is asked; null between two of them. */
async function asked(page: Page): Promise<string | null> {
  const last = (await events(page)).findLast(
    ({ type }) => type === 'attempt.started' || type === 'response.given',
  );
  if (last?.type === 'attempt.started') return last.item;
  return last?.type === 'response.given' ? last.next : null;
}

/** Answers the exercise on the screen, rightly or not at all, and goes on from what is said of it. */
async function answer(page: Page, isRight: boolean): Promise<void> {
  await expect(page.getByRole('button', { name: player.validate })).toBeVisible();
  const item = await asked(page);
  const authored = challenges.find(({ challenge }) => challenge.id === item);
  // The buttons stay from one question to the next: it is there once its own words are, and what they are about.
  await expect(page.locator('.instruction')).toContainText(beginningOf(item ?? ''));
  await taskDrawn(page);
  const right = authored?.examples.fr?.find(({ outcome }) => outcome === 'correct');
  if (isRight && authored !== undefined && right !== undefined) {
    await play(page, authored, actionsOf(authored, right.response as Json), keyboard);
    await page.getByRole('button', { name: player.validate }).click();
  } else await page.getByRole('button', { name: player.dontKnow }).click();
  await expect.poll(() => asked(page)).not.toBe(item);
  // What comes next is there: another question, a look back, or the page of the end.
  const onward = page.getByRole('button', { name: /^(Continuer|Voir mon résultat|Terminer)$/ });
  const question = page.getByRole('button', { name: player.validate });
  await expect(
    onward
      .or(question)
      .or(page.getByRole('heading', { name: /^Votre résultat$/ }))
      .first(),
  ).toBeVisible();
  if (await onward.isVisible()) {
    const before = await title(page).innerText();
    await onward.click();
    await expect(title(page)).not.toHaveText(before);
  }
}

/** Takes the test that the page shows, to its end. */
async function takeTest(page: Page, isRight: boolean): Promise<void> {
  await page.waitForURL('**/test');
  while ((await asked(page)) !== null) await answer(page, isRight);
  await expect(page.getByRole('heading', { name: learner.result.title })).toBeVisible();
}

/** Does what there is to review today, and gives how many. */
async function review(page: Page): Promise<number> {
  for (let done = 0; ; done += 1) {
    // Until it was looked for, the title says neither how many nor that there are none.
    await expect(title(page)).toHaveText(/^\d|^Encore|C’est tout|Rien/);
    if (/C’est tout|Rien/.test(await title(page).innerText())) return done;
    await primary(page).click();
    await page.waitForURL('**/test');
    await answer(page, true);
    await page.waitForURL('**/review');
  }
}

test('three weeks without a network: evaluated, practised, reviewed, evaluated again, and the level moves', async ({
  page,
}, info) => {
  test.setTimeout(600_000);
  const server = await ServerProcess.started();
  const visit = (path: string) => page.goto(server.address + path);
  try {
    await toDay(page, 0);
    await visit('/');
    await readyOffline(page);
    await server.stop();

    await test.step('the first day: a test, its badge, the profile', async () => {
      await visit(`/start?competence=${competence}`);
      await begin(page, 'Andrée');
      await takeTest(page, false);
      await expect(page.getByText(words.badges.names.firstTest)).toBeVisible();
      await check(page, 'result, with a badge');
      await page.getByRole('link', { name: words.title }).click();
      await expect(page.getByRole('heading', { name: words.steps.title })).toBeVisible();
      await expect(page.getByText(words.levels.remaining(15))).toBeVisible();
      await check(page, 'profile');
      await page.getByText('Communication et collaboration', { exact: true }).click();
      await page.getByRole('link', { name: /^Interagir/ }).click();
      await expect(page.getByText(words.again.from('vendredi 6 mars'))).toBeVisible();
      await expect(page.getByText(words.topic.reset.from('lundi 9 mars'))).toBeVisible();
      await check(page, 'topic');
      await visit('/profile/europe');
      await expect(page.getByText('Netiquette').first()).toBeVisible();
      await check(page, 'europe');
    });

    await test.step('the test waits, and practice does not', async () => {
      await visit(`/start?competence=${competence}`);
      await expect(title(page)).toHaveText(words.again.title);
      await expect(page.getByText(words.again.from('vendredi 6 mars'))).toBeVisible();
      await check(page, 'a test that waits');
      await primary(page).click();
      await page.locator('main li button').first().click();
      await answer(page, true);
      await visit('/review');
      await expect(title(page)).toHaveText(words.reviews.none);
      await check(page, 'nothing to review');
    });

    await test.step('reviews, the next day and after a week away', async () => {
      await toDay(page, 1);
      await visit('/');
      await expect(page.getByText(/révisions? aujourd’hui/)).toBeVisible();
      await check(page, 'home, with a plan');
      await visit('/review');
      await check(page, 'reviews');
      expect(await review(page)).toBeGreaterThan(0);
      await expect(title(page)).toHaveText(words.reviews.done);
      await expect(page.getByText(/Prochaine révision\s: \S+ \d+ mars\./)).toBeVisible();
      await check(page, 'reviews done');
      await visit('/profile');
      await expect(page.getByText(words.badges.names.comeback)).toBeVisible();
      await toDay(page, 9);
      await visit('/review');
      await expect(title(page)).toHaveText(/^[1-5] révisions? aujourd’hui$/);
      expect(await review(page)).toBeGreaterThan(0);
    });

    await test.step('three weeks after, the plan asks for the test, and the level moves', async () => {
      await toDay(page, 21);
      await visit('/profile');
      await page.getByRole('link', { name: /Faire un test/ }).click();
      await expect(title(page)).toHaveText(learner.identity.title);
      await primary(page).click();
      await takeTest(page, true);
      const levels = (await events(page)).flatMap((event) =>
        event.type === 'attempt.completed' ? event.levels.filter(({ target }) => target === competence) : [],
      );
      const [before, after] = [levels[0]!, levels.at(-1)!];
      expect(after.level).toBeGreaterThan(before.level);

      await visit('/profile/history');
      await expect(page.getByRole('img', { name: /2 tests/ })).toBeVisible();
      const row = page.getByRole('row').nth(1);
      await expect(row).toContainText(words.history.range(before.level, before.low, before.high));
      await expect(row).toContainText(words.history.range(after.level, after.low, after.high));
      await check(page, 'history');
    });

    await test.step('one page of paper, and a file', async () => {
      await visit('/profile');
      await expect(page.getByRole('button', { name: words.keep.save })).toBeVisible();
      expect(await pagesOf(page), 'the profile is one page').toBe(1);
      await page.emulateMedia({ media: 'screen' });
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: words.keep.save }).click();
      const path = info.outputPath('profile.html');
      const saved = await saving;
      expect(saved.suggestedFilename()).toBe('jalon-profil-2026-03-23.html');
      await saved.saveAs(path);
      expect(await readFile(path, 'utf8')).toContain('Andrée');
    });

    await test.step('a week later the topic is begun anew', async () => {
      await toDay(page, 28);
      await visit(`/profile/topic?id=${competence}`);
      await page.getByRole('button', { name: words.topic.reset.button }).click();
      await check(page, 'before a topic is begun anew');
      await page.getByRole('button', { name: words.topic.reset.sure }).click();
      await expect(page.getByText('Pas encore mesuré')).toBeVisible();
    });
  } finally {
    await server.stop('SIGKILL');
  }
});

test('from the first screen to the profile, a topic, the history and a review with the keyboard alone', async ({
  page,
}) => {
  const server = await ServerProcess.started();
  try {
    await page.goto(server.address);
    await readyOffline(page);
    await finishTest(page, ['2.2/family-album', '1.3/more-apples']);
    await page.clock.setFixedTime(new Date(Date.now() + 2 * 86_400_000));
    await page.goto(server.address);
    await press(page, beginning(words.title), 'link');
    await expect(title(page)).toHaveText(words.title);
    await reach(page.locator('summary').filter({ hasText: 'Information et données' }));
    await page.keyboard.press('Enter');
    await press(page, /^Traiter des données/, 'link');
    await expect(title(page)).toHaveText('Traiter des données');
    await press(page, 'Retour', 'link');
    await press(page, words.history.title, 'link');
    await reach(page.getByLabel(words.history.choose));
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('img', { name: /^Communication et collaboration/ })).toBeVisible();
    await press(page, 'Retour', 'link');
    await press(page, words.reviews.title, 'link');
    await expect(title(page)).toHaveText(words.reviews.today(1));
    await press(page, words.reviews.begin);
    await press(page, player.dontKnow);
    await press(page, player.next);
    await expect(title(page)).toHaveText(words.reviews.done);
  } finally {
    await server.stop('SIGKILL');
  }
});
