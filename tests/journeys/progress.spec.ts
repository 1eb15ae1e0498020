import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import { player } from '#lib/i18n/messages/fr/player.ts';
import { progress as words } from '#lib/i18n/messages/fr/progress.ts';
import { begin, readyOffline } from './device.ts';
import { beginning, keyboard, reach, type Hand } from './hand.ts';
import { finishTest } from './journal.ts';
import { press } from './keyboard.ts';
import { pagesOf } from './paper.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { answer, competence, levelMoved, review, takeTest, toDay } from './weeks.ts';

test.use({ viewport: narrow });

const primary = (page: Page) => page.locator('.button.primary');
const title = (page: Page) => page.getByRole('heading', { level: 1 });
/** What is done by keys where a task asks for it, and the rest by a click. */
const mouse: Hand = { ...keyboard, press: (control) => control.click() };

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
      await takeTest(page, mouse, false);
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
      await answer(page, mouse, true);
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
      expect(await review(page, mouse)).toBeGreaterThan(0);
      await expect(title(page)).toHaveText(words.reviews.done);
      await expect(page.getByText(/Prochaine révision\s: \S+ \d+ mars\./)).toBeVisible();
      await check(page, 'reviews done');
      await visit('/profile');
      await expect(page.getByText(words.badges.names.comeback)).toBeVisible();
      await toDay(page, 9);
      await visit('/review');
      await expect(title(page)).toHaveText(/^[1-5] révisions? aujourd’hui$/);
      expect(await review(page, mouse)).toBeGreaterThan(0);
    });

    await test.step('three weeks after, the plan asks for the test, and the level moves', async () => {
      await toDay(page, 21);
      await visit('/profile');
      await page.getByRole('link', { name: /Faire un test/ }).click();
      await expect(title(page)).toHaveText(learner.identity.title);
      await primary(page).click();
      await takeTest(page, mouse, true);
      const { before, after } = await levelMoved(page);

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
