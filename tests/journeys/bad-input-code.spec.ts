import { expect, test, type Page } from '@playwright/test';
import { codeOf } from './api-device.ts';
import { expectDense, faultsOf, held, phone } from './bad-input-page.ts';
import { answer, begin, readyOffline, standsAt } from './device.ts';
import { ServerProcess } from './server-process.ts';
import { openCampaign } from './staff.ts';

let server: ServerProcess;
test.use({ viewport: phone });
test.beforeAll(async () => {
  server = await ServerProcess.started();
});
test.afterAll(async () => server.stop('SIGKILL'));

/** Types a code from the home page, within one document: the browser then tells it when the network comes back. */
async function type(page: Page, code: string): Promise<void> {
  if (new URL(page.url()).pathname !== '/') await page.goto(server.address);
  await page.getByRole('link', { name: /J’ai un code ou une carte|I have a code or a card/ }).click();
  await page.getByRole('textbox').fill(code);
  await page.locator('button[type=submit]').click();
}

test('a code that is none, that nobody gave, or whose group is closed, is told in words', async ({
  page,
  browser,
}) => {
  const desk = await browser.newPage({ locale: 'fr-BE' });
  await openCampaign(desk, server.address, 'Bilan de rentrée');
  await desk.getByText('Fermer cette campagne').click();
  await desk.getByRole('button', { name: 'Fermer la campagne' }).click();
  await expect(desk.getByText('Lien pour participer')).toHaveCount(0);
  await desk.close();

  await type(page, 'ABC');
  await expect(page.getByText('Un code a 9 lettres ou chiffres.')).toBeVisible();
  await type(page, 'zzz-zzz-999');
  await expect(
    page.getByText('Ce code n’existe pas. Relisez-le, ou demandez à votre médiateur.'),
  ).toBeVisible();
  await type(page, codeOf(server, 'Bilan de rentrée'));
  await expect(page.getByText('Ce groupe est terminé.')).toBeVisible();
  expect(await held(page)).toMatchObject({ journal: [], cards: 0 });

  const english = await browser.newPage({ locale: 'en-GB' });
  await type(english, 'ZZZ ZZZ 999');
  await expect(
    english.getByText('This code does not exist. Read it again, or ask your mediator.'),
  ).toBeVisible();
  await english.close();
});

test('a code typed with no network is kept, the test goes on, and the group is offered when the network is back', async ({
  page,
  context,
}) => {
  const faults = faultsOf(page);
  const code = codeOf(server, 'Préparer les ateliers du jeudi');
  await page.goto(server.address);
  await readyOffline(page);
  await context.setOffline(true);
  await type(page, code.toLowerCase());
  await expect(page.getByText('Il n’y a pas internet ici. Le code est gardé.')).toBeVisible();
  await page.getByRole('link', { name: 'Commencer sans attendre' }).click();
  await begin(page, 'Lina');
  await standsAt(page, 1);
  await answer(page);
  await standsAt(page, 2);
  await page.getByRole('link', { name: 'Pause' }).click();
  await expect(page.getByText(`Code ${code} : il sera vérifié dès qu’il y aura internet.`)).toBeVisible();

  // The page stays open: nobody should have to guess that it must be opened again.
  await context.setOffline(false);
  await expect(page.getByText('Votre code est celui de « Préparer les ateliers du jeudi »')).toBeVisible();
  await page.getByRole('link', { name: 'Rejoindre' }).click();
  await page.getByRole('button', { name: 'Rejoindre' }).click();
  await standsAt(page, 2);
  await page.getByRole('link', { name: 'Pause' }).click();
  await expect(page.getByText('Vous participez avec : Préparer les ateliers du jeudi')).toBeVisible();
  const now = await held(page);
  expectDense(now);
  expect(now).toMatchObject({ answers: 1, cards: 1 });
  expect(faults).toEqual([]);
});

test('a code typed with no network that turns out to be none is told, and never dropped in silence', async ({
  page,
  context,
}) => {
  await page.goto(server.address);
  await readyOffline(page);
  await context.setOffline(true);
  await type(page, 'ZZZZZZ999');
  await page.getByRole('button', { name: 'Retour' }).click();
  await page.getByRole('link', { name: 'Retour' }).click();
  await expect(page.getByText('Code ZZZZZZ999 : il sera vérifié dès qu’il y aura internet.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Ce code n’existe pas.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Ce code n’existe pas.')).toBeVisible();
});

test('too many tries: the person is told to wait, not that the code is wrong', async ({ page, request }) => {
  const code = codeOf(server, 'Préparer les ateliers du jeudi');
  await expect
    .poll(async () => (await request.get(`${server.address}/api/cards/ZZZZZZ999`)).status(), {
      intervals: [0],
    })
    .toBe(429);
  await type(page, code);
  await expect(page.getByText('Trop d’essais. Attendez quelques minutes, puis réessayez.')).toBeVisible();
});
