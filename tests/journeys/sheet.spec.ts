import { expect, test, type Page } from '@playwright/test';
import { lessonCode } from '#lib/content/lesson.ts';
import { locales } from '#lib/i18n/locale.ts';
import { challenges, framework, lessons } from '../contract/challenges.ts';
import { readyOffline } from './device.ts';
import { finishTest } from './journal.ts';
import { openIn, pagesOf } from './paper.ts';
import { ServerProcess } from './server-process.ts';

/** As long as a nickname may be, in the widest letter. */
const nickname = 'W'.repeat(20);

const skills = framework.areas.flatMap(({ competences }) => competences.flatMap((each) => each.skills));
/** Challenges whose skills take the longest to say, in whatever language: three that were done, three to learn by a lesson. */
const wordy = skills
  .toSorted((one, other) => longest(other.can) - longest(one.can))
  .flatMap(({ id }) => challenges.find(({ challenge }) => challenge.skill === id)?.challenge ?? []);
const done = wordy.slice(0, 3);
const missed = wordy
  .slice(3)
  .filter(({ skill }) => codesOf(skill).length > 0)
  .slice(0, 3);
const items = [...done, ...missed];

/** The codes of the lessons that teach a skill. */
function codesOf(skill: string): readonly string[] {
  return lessons.filter(({ skills: taught }) => taught.includes(skill)).map(({ id }) => lessonCode(id));
}

function longest(said: Readonly<Record<string, string | undefined>>): number {
  return Math.max(...Object.values(said).map((words = '') => words.length));
}

let server: ServerProcess;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await ServerProcess.started();
  page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  await page.goto(server.address);
  await readyOffline(page);
});

test.afterAll(async () => {
  await server.stop('SIGKILL');
});

/** What stands on the sheet as it is printed. */
async function printed(locale: (typeof locales)[number]): Promise<string> {
  await openIn(page, server.address, locale);
  await page.locator('a[href^="/result"]').click();
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await expect(page.locator('.lists .link')).toHaveCount(3);
  await expect(page.locator('footer svg path')).toHaveCount(1);
  return page.locator('article').innerText();
}

test('the sheet holds all it should on one page of paper, in each language, with the longest words', async () => {
  await finishTest(
    page,
    items.map(({ id }) => id),
    { passed: 3, nickname },
  );
  for (const locale of locales) {
    const text = await printed(locale);
    expect(text).toContain(nickname);
    for (const { id, name } of framework.areas) expect(text, `area ${id}`).toContain(name[locale] ?? name.fr);
    for (const number of [2, 3, 4, 5, 6]) expect(text).toMatch(new RegExp(`^${number} – \\p{L}+`, 'mu'));
    for (const { skill } of items)
      expect(text).toContain(skills.find(({ id }) => id === skill)?.can[locale] ?? skill);
    for (const { skill } of missed)
      expect(codesOf(skill).filter((code) => text.includes(code))).toHaveLength(1);
    expect(await pagesOf(page), `${locale}: the sheet is one page`).toBe(1);
  }
  await printed('fr');
  const sheet = await page.locator('main').innerText();
  for (const words of [
    'Ma feuille de résultat',
    'Lieu :',
    'Je sais faire',
    'Je vais apprendre à',
    'Prochain rendez-vous :',
    'Notes de la personne qui m’accompagne',
    'Niveaux de cette feuille, sans votre nom',
    'Cette feuille est à vous. Personne d’autre ne la reçoit sans votre accord.',
  ])
    expect(sheet).toContain(words.replace(' :', '\u00a0:'));
});

test('a level for each of the sixteen competences still fits on the page', async () => {
  const targets = framework.areas.flatMap(({ competences }) => competences.map(({ id }) => id));
  await finishTest(
    page,
    items.map(({ id }) => id),
    { passed: 3, nickname, targets, policy: 'certification' },
  );
  for (const locale of locales) {
    await printed(locale);
    await expect(page.locator('ul.levels > li')).toHaveCount(16);
    expect(await pagesOf(page), `${locale}: the sheet is one page`).toBe(1);
  }
});
