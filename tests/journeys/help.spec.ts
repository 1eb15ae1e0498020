import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { answer, begin, phone, readyOffline, standsAt } from './device.ts';
import { ask, responses } from './journal.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';

let server: ServerProcess;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await ServerProcess.started();
  context = await browser.newContext({ viewport: narrow });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  await page.goto(server.address);
  await readyOffline(page);
});

test.afterAll(async () => {
  await context.close();
  await server.stop('SIGKILL');
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Watches the whole demonstration, and comes back. */
async function watch(): Promise<number> {
  await button('Montrez-moi').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Je vous montre' })).toBeVisible();
  let gestures = 0;
  while (await button('Geste suivant').isVisible()) {
    gestures += 1;
    // The number, then what to press, in words.
    await expect(page.getByText(new RegExp(`Geste ${gestures} sur \\d+\\. \\p{Lu}`, 'u'))).toBeVisible();
    await button('Geste suivant').click();
  }
  await expect(page.getByText('Tout est fait. À vous de le faire.')).toBeVisible();
  await check(page, 'demonstration');
  await button('À mon tour').click();
  return gestures;
}

test('a simulator is shown gesture by gesture, then done together; the answer is kept as guided', async () => {
  await ask(page, '1.2/birthday-photos');
  await button('Un indice').click();
  const gestures = await watch();
  expect(gestures).toBeGreaterThan(2);
  await button('Faisons-le ensemble').click();
  await check(page, 'done together');
  // A gesture that one does oneself counts as the one that was told.
  const task = page.locator('.task');
  await task.getByLabel('lou-ballons.jpg').check();
  await task.getByRole('button', { name: 'Déplacer' }).click();
  await page.getByRole('button', { name: /^Anniversaire de Lou/ }).click();
  await expect(page.getByText(`Geste 2 sur ${gestures}`)).toBeVisible();
  for (let gesture = 2; gesture <= gestures; gesture += 1) await button('Le geste suivant').click();
  await expect(page.getByText('Tout est fait.')).toBeVisible();
  await expect(button('Le geste suivant')).toHaveCount(0);
  await button('Valider').click();
  await expect(page.getByText('C’est réussi').last()).toBeVisible();
  await expect(page.getByText('Fait avec de l’aide.')).toBeVisible();
  expect((await responses(page)).at(-1)).toMatchObject({ outcome: 'correct', help: 3 });
});

test('what one had done is still there after the demonstration', async () => {
  await ask(page, '2.2/family-album');
  await page.getByLabel('Créer un album').check();
  await button('Un indice').click();
  expect(await watch()).toBe(1);
  await expect(page.getByLabel('Créer un album')).toBeChecked();
  await button('Valider').click();
  await expect
    .poll(async () => (await responses(page)).at(-1))
    .toMatchObject({ outcome: 'correct', help: 2 });
});

test('a test looks back every five questions, and all can be seen again', async () => {
  await page.setViewportSize(phone);
  await page.goto(`${server.address}/start`);
  await begin(page, 'Nina');
  for (let question = 1; question <= 4; question += 1) {
    await standsAt(page, question);
    await answer(page);
  }
  await standsAt(page, 5);
  await button('Je ne sais pas').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Questions 1 à 5' })).toBeVisible();
  await expect(page.locator('summary')).toHaveCount(5);
  await page.locator('summary').last().click();
  await expect(page.getByText('À retenir').last()).toBeVisible();
  await page.setViewportSize(narrow);
  await check(page, 'look back');
  await button('Continuer').click();
  await expect(page.getByText('6 sur 10', { exact: true })).toBeVisible();
});
