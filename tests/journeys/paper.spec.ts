import { expect, test, type Locator, type Page } from '@playwright/test';
import { formLetters, printedOrder } from '#lib/paper/form.ts';
import { locales } from '#lib/i18n/locale.ts';
import { challenges } from '../contract/challenges.ts';
import { readyOffline } from './device.ts';
import { bodies, responses } from './journal.ts';
import { openIn, pagesOf } from './paper.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });

let server: ServerProcess;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await ServerProcess.started();
  const context = await browser.newContext({ viewport: narrow });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  await page.goto(server.address);
  await readyOffline(page);
  // All that follows is done where there is no network.
  await server.stop();
});

test.afterAll(async () => {
  await server.stop('SIGKILL');
});

/** The texts that a form prints, its answers left aside. */
async function printed(): Promise<string> {
  await expect(page.locator('.sheet svg path').last()).toBeAttached();
  return (await page.locator('.sheet').allInnerTexts()).join('\n');
}

/** The box of a letter, under the question at a place from 0. */
function boxOf(place: number, letter: string): Locator {
  const name = new RegExp(`^${letter}\\s:`);
  const asked = page.locator('fieldset').nth(place);
  return asked.getByRole('radio', { name }).or(asked.getByRole('checkbox', { name }));
}

/** What is ticked for the best answer to a challenge: its letters on paper. */
function rightLetters(id: string): readonly string[] {
  const params = challenges.find(({ challenge }) => challenge.id === id)?.challenge.params as {
    readonly options: readonly { readonly id: string }[];
    readonly answer?: string;
    readonly answers?: readonly string[];
  };
  const right = params.answers ?? [params.answer];
  return printedOrder(id, params.options).flatMap((option, place) =>
    right.includes(option.id) ? ['ABCDEF'.charAt(place)] : [],
  );
}

test('each form is two pages of paper in each language, and says no answer', async () => {
  for (const locale of locales) {
    await openIn(page, server.address, locale);
    await page.locator('a[href="/about"]').click();
    await page.locator('a[href="/paper"]').click();
    for (const letter of formLetters) {
      await page.getByRole('radio', { name: new RegExp(` ${letter}$`) }).check();
      const text = await printed();
      expect(
        text.match(new RegExp(`${letter}\\d+-[A-Z3-9]{4}`, 'g')),
        'the code is on each page',
      ).toHaveLength(2);
      await expect(page.locator('.sheet ol > li')).toHaveCount(10);
      expect(await pagesOf(page), `${locale}, form ${letter}: two pages`).toBe(2);
      await page.emulateMedia({ media: 'screen' });
    }
  }
  await openIn(page, server.address, 'fr');
  await expect(title(page)).toContainText('Où en êtes-vous');
});

test('a sheet is copied in with no network, and becomes a result as any other', async () => {
  await page.goto(`${server.address}/paper`);
  await printed();
  await check(page, 'paper');
  const code = await page.locator('.sheet .code').first().innerText();
  await page.getByRole('link', { name: 'Recopier des réponses' }).click();
  const field = page.getByLabel('Code de la feuille');
  const next = page.getByRole('button', { name: 'Continuer' });
  for (const [typed, told] of [
    ['BUS-VAL-347', 'Ce n’est pas un code de feuille.'],
    [code.replace(/.$/, (last) => (last === 'A' ? 'C' : 'A')), 'Une lettre de ce code n’est pas la bonne.'],
    [code.replace(/\d+-.*/, '999-ACDE'), 'Les questions ont changé depuis cette feuille.'],
  ] as const) {
    await field.fill(typed);
    await next.click();
    await expect(page.getByRole('alert')).toContainText(told);
  }
  await check(page, 'paper, a code refused');
  // A sheet of another revision, whose questions are the same: as people write it.
  await field.fill(code.toLowerCase().replace(/\d+-/, '999 '));
  await page.keyboard.press('Enter');
  await expect(page.locator('fieldset')).toHaveCount(10);
  await check(page, 'paper, answers to copy');
  await page.getByRole('button', { name: 'Voir le résultat' }).click();
  await expect(page.getByRole('alert')).toContainText('Rien n’est coché');

  await page.getByLabel('Surnom écrit sur la feuille').fill('Odette');
  const titles = await page.locator('legend > span:first-of-type').allInnerTexts();
  const items = titles.map(
    (words) => challenges.find(({ texts }) => texts.fr?.title === words)?.challenge.id ?? words,
  );
  for (const [place, id] of items.entries()) {
    // Right, right, left empty, and so on.
    if (place % 3 === 2) continue;
    for (const letter of rightLetters(id)) await boxOf(place, letter).check();
  }
  // A tick too many, taken back.
  await boxOf(2, 'B').check();
  await page.locator('fieldset').nth(2).getByRole('radio', { name: 'Sans réponse' }).check();
  await page.getByRole('button', { name: 'Voir le résultat' }).click();

  await expect(title(page)).toHaveText('Votre résultat');
  await expect(page.getByText('Odette')).toBeVisible();
  await expect(page.getByText('Test sur papier')).toBeVisible();
  await expect(page.locator('ul.levels > li')).toHaveCount(5);
  expect(await pagesOf(page), 'the sheet of the result is one page').toBe(1);
  await page.emulateMedia({ media: 'screen' });
  expect((await responses(page)).map(({ item, outcome }) => [item, outcome])).toEqual(
    items.map((id, place) => [id, place % 3 === 2 ? 'skipped' : 'correct']),
  );
  const started = (await bodies(page)).map((body) => JSON.parse(body) as Record<string, unknown>);
  expect(started.find(({ type }) => type === 'attempt.started')).toMatchObject({
    policy: 'paper',
    form: items,
  });

  await page.getByRole('link', { name: 'Revoir mes réponses' }).click();
  await expect(page.locator('summary')).toHaveCount(10);
  await page.goto(server.address);
  await expect(page.getByRole('link', { name: 'Voir mon résultat' })).toBeVisible();
});

test('a sheet is copied with the keyboard alone, from the address of its QR code', async () => {
  await page.goto(`${server.address}/paper`);
  await printed();
  await page.getByRole('radio', { name: 'Feuille B' }).check();
  const code = await page.locator('.sheet .code').first().innerText();
  await page.goto(`${server.address}/paper/enter?code=${code}`);
  await expect(page.getByLabel('Code de la feuille')).toHaveValue(code);
  const reach = async (target: ReturnType<Page['locator']>): Promise<void> => {
    for (let step = 0; step < 60; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('it cannot be reached with Tab');
  };
  await reach(page.getByRole('button', { name: 'Continuer' }));
  await page.keyboard.press('Enter');
  const first = page.locator('fieldset').first();
  await reach(first.getByRole('radio', { name: 'Sans réponse' }));
  await page.keyboard.press('ArrowDown');
  await expect(first.getByRole('radio').first()).toBeChecked();
  await reach(page.getByRole('button', { name: 'Voir le résultat' }));
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Votre résultat');
});
