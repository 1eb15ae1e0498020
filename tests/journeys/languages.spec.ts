import { expect, test, type Page } from '@playwright/test';
import { de } from '#lib/i18n/messages/de.ts';
import { en } from '#lib/i18n/messages/en.ts';
import type { Dictionary } from '#lib/i18n/messages/fr.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { nl } from '#lib/i18n/messages/nl.ts';
import { writeBackwards } from './backwards.ts';
import { Device, readyOffline } from './device.ts';
import { ask, finishTest } from './journal.ts';
import { check, narrow, wide } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';

/** A finished test of these: what its result shows are the longest names of skills. */
const questions = [
  '2.2/family-album',
  '5.2/right-cable',
  '1.3/more-apples',
  '1.2/birthday-photos',
  '1.1/tap-water',
];

let server: ServerProcess;
let device: Device;

test.beforeEach(async () => {
  server = await ServerProcess.started();
  device = await Device.new(narrow);
});

test.afterEach(async () => {
  await device.close();
  await server.stop('SIGKILL');
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens Jalon, takes the network away, and chooses a language. */
async function opened(locale: string, words: Dictionary): Promise<Page> {
  const page = await device.open();
  await page.goto(server.address);
  await readyOffline(page);
  await server.stop();
  await page.reload();
  await page.getByRole('banner').getByLabel('Langue').selectOption(locale);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.learner.home.question);
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  return page;
}

for (const [locale, words] of [
  ['nl', nl],
  ['de', de],
] as const) {
  test(`a test is taken in ${locale} with no network; its exercises come in French or English, and say so`, async () => {
    const page = await opened(locale, words);
    const { told, language } = words.learner.exercises;
    await page.getByRole('link', { name: words.learner.home.start }).click();
    await expect(page.getByText(told.fr)).toBeVisible();
    await page.getByLabel(words.common.avatars.hedgehog).check();
    await button(page, words.learner.identity.begin).click();
    await passOver(page, words, 1);
    await passOver(page, words, 2);

    await page.goto(`${server.address}/start`);
    await expect(page.getByText(words.learner.identity.running)).toBeVisible();
    await expect(page.getByText(told.fr), 'said once').toHaveCount(0);
    await page.goto(`${server.address}/settings`);
    await page.getByLabel(language).selectOption('en');
    await expect(page.getByText(told.en)).toBeVisible();
    await page.goto(`${server.address}/test`);
    await expect(page.locator('.instruction')).toHaveAttribute('lang', 'en');
    await page.goto(server.address);
    await page.getByRole('banner').getByLabel(words.learner.settings.language).selectOption('en');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.learner.home.question);
  });

  test(`the screens around a test in ${locale} keep to a narrow telephone`, async () => {
    const page = await opened(locale, words);
    await expect(page.getByText(words.learner.ready.ready)).toBeVisible();
    await check(page, 'home');
    await page.goto(`${server.address}/start`);
    await expect(page.getByText(words.learner.exercises.told.fr)).toBeVisible();
    await check(page, 'start');
    await page.goto(`${server.address}/settings`);
    await check(page, 'settings');
    await finishTest(page, questions);
    for (const path of ['topics', 'evaluate', 'practice', 'join', 'about', 'install', 'answers', 'send']) {
      await page.goto(`${server.address}/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect.soft(await wide(page), `${path}: nothing goes beyond the screen`).toEqual([]);
    }
  });

  test(`the screens of a test in ${locale} keep to a narrow telephone`, async () => {
    const page = await opened(locale, words);
    await ask(page, '1.2/birthday-photos');
    const restart = page.getByRole('button', { name: frExercise.simulators.restart });
    await expect(restart, 'inside, the words are those of the exercise').toBeVisible();
    await ask(page, '2.2/family-album');
    await check(page, 'question');
    await button(page, words.player.hint).click();
    await button(page, words.player.dontKnow).click();
    await expect(page.getByRole('heading', { name: words.player.outcome.skipped })).toBeAttached();
    await check(page, 'feedback');
    await finishTest(page, questions);
    await page.goto(`${server.address}/result`);
    await expect(page.locator('ul.levels > li')).toHaveCount(5);
    expect(await page.locator('article :not(a) > [lang]').count(), 'every skill has its name').toBe(0);
    await check(page, 'result');
  });
}

/** Passes over the question that stands at a number. */
async function passOver(page: Page, words: Dictionary, at: number): Promise<void> {
  await expect(page.getByText(words.common.progress(at, 10), { exact: true })).toBeVisible();
  const instruction = page.locator('.instruction');
  await expect(instruction).toHaveAttribute('lang', 'fr');
  await expect(page.locator('.task')).toHaveAttribute('lang', 'fr');
  await button(page, words.player.dontKnow).click();
  await expect(page.getByText(words.player.kept(at))).toBeAttached();
}

test('where one writes from right to left, nothing goes beyond a narrow screen', async () => {
  const page = await device.open();
  await page.goto(server.address);
  await readyOffline(page);
  await ask(page, '2.2/family-album');
  const other = await page.context().newPage();
  await writeBackwards(other);
  const see = async (path: string): Promise<void> => {
    await other.goto(server.address + path);
    await expect(other.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(other.getByRole('heading', { level: 1 })).toContainText('\u202E');
    expect.soft(await wide(other), `${path}: nothing goes beyond the screen`).toEqual([]);
  };
  await see('/test');
  await expect(other.locator('.task'), 'an exercise goes its own way').toHaveAttribute('dir', 'ltr');
  await see('/start');
  await expect(other.locator('header svg').first(), 'arrows turn').toHaveCSS('scale', '-1 1');
  await finishTest(page, questions);
  for (const path of ['/', '/evaluate', '/topics', '/practice', '/settings', '/join', '/about', '/install'])
    await see(path);
  for (const path of ['/result', '/answers', '/send', '/sent']) await see(path);
});
