import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { readyOffline } from './device.ts';
import { ask, finishTest } from './journal.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { joinLink, openCampaign } from './staff.ts';

/** One question of each kind. */
const questions = {
  'single choice': '2.2/family-album',
  'multiple choice': '2.2/bike-for-sale',
  ordering: '2.2/take-it-down',
  matching: '5.2/right-cable',
  number: '1.3/more-apples',
  'short text': '2.1/dictated-address',
  files: '1.2/birthday-photos',
  mail: '2.1/answer-the-teacher',
  web: '1.1/tap-water',
  phone: '5.1/phone-does-not-ring',
};

let server: ServerProcess;
let context: BrowserContext;
let page: Page;

test.beforeAll(async () => {
  server = await ServerProcess.started();
});

test.beforeEach(async ({ browser }) => {
  context = await browser.newContext({ viewport: narrow });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
});

test.afterEach(async () => {
  await context.close();
});

test.afterAll(async () => {
  await server.stop('SIGKILL');
});

async function visit(path: string): Promise<void> {
  await page.goto(server.address + path);
}

test('screens before a test', async () => {
  // The content is held back: what somebody sees in the first moments of a first visit.
  await page.route('**/bundles/**', () => undefined);
  await visit('/');
  await expect(page.getByRole('link', { name: 'Commencer le test' })).toBeVisible();
  await check(page, 'home, first visit');
  await page.unroute('**/bundles/**');
  await visit('/');
  await readyOffline(page);
  await check(page, 'home, ready');
  await visit('/join');
  await check(page, 'join');
  const code = page.getByLabel('Votre code');
  await code.fill('ABC');
  await page.getByRole('button', { name: 'Valider le code' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await check(page, 'join, refused');
  await page.route('**/api/cards/**', (route) => route.abort());
  await code.fill('BUSVAL347');
  await page.getByRole('button', { name: 'Valider le code' }).click();
  await expect(page.getByRole('heading', { name: 'Code gardé' })).toBeVisible();
  await check(page, 'join, pending');
  for (const [name, path] of [
    ['start', '/start'],
    ['install', '/install'],
    ['settings', '/settings'],
    ['about', '/about'],
    ['error', '/nowhere'],
  ] as const) {
    await visit(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await check(page, name);
  }
  await visit('/topics');
  await expect(page.getByRole('link', { name: /Gérer des données/ })).toBeVisible();
  await check(page, 'topics', 0);
  await visit('/settings');
  await page.getByLabel('Langue').selectOption('en');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('screens of a test', async () => {
  await visit('/');
  await readyOffline(page);
  for (const [kind, item] of Object.entries(questions)) {
    await ask(page, item);
    await check(page, kind);
    await page.getByRole('button', { name: 'Un indice' }).click();
    if (kind === 'single choice') {
      await page.getByRole('button', { name: 'Valider' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await check(page, 'hint, and nothing answered');
      await page.getByLabel('Créer un album').check();
      await page.getByRole('button', { name: 'Valider' }).click();
    } else if (kind === 'multiple choice') {
      await page.getByLabel('la griffe sur le cadre').check();
      await page.getByLabel('Le nom de la commune').check();
      await page.getByRole('button', { name: 'Valider' }).click();
    } else if (kind === 'number') {
      await page.getByLabel('Votre réponse').fill('27');
      await page.getByRole('button', { name: 'Valider' }).click();
    } else {
      await page.getByRole('button', { name: 'Je ne sais pas' }).click();
    }
    const said = { 'single choice': 'C’est réussi', 'multiple choice': 'Une partie', number: 'Pas encore' };
    const feedback = Object.entries(said).find(([each]) => each === kind)?.[1] ?? 'D’accord';
    await expect(page.getByText(feedback).last()).toBeVisible();
    if (kind in said || kind === 'ordering') await check(page, `feedback: ${feedback}`);
  }
  await visit('/');
  await expect(page.getByRole('link', { name: 'Reprendre l’entraînement' })).toBeVisible();
  await check(page, 'home, a test under way');
});

test('screens after a test, and the sheet on one page of paper', async ({ browser }) => {
  const desk = await browser.newPage();
  await openCampaign(desk, server.address, 'Préparer les ateliers du jeudi');
  const link = await joinLink(desk);
  await desk.close();
  await visit('/');
  await readyOffline(page);
  await page.goto(link);
  await expect(page.getByRole('button', { name: 'Rejoindre' })).toBeVisible();
  await check(page, 'join, to confirm');
  await page.getByRole('button', { name: 'Rejoindre' }).click();
  await page.waitForURL('**/start');
  await finishTest(page, Object.values(questions));

  await visit('/result');
  await expect(page.locator('ul.levels > li')).toHaveCount(5);
  await check(page, 'result');
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type \/Page\b/g), 'the sheet is one page').toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });

  await visit('/');
  await expect(page.getByRole('link', { name: 'Voir mon résultat' })).toBeVisible();
  await check(page, 'home, with a result');
  await visit('/answers');
  await page.locator('summary').first().click();
  await expect(page.getByText('À retenir').first()).toBeVisible();
  await check(page, 'answers');

  await visit('/send');
  await page.getByLabel('13 ou 14 ans').check();
  await check(page, 'age');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('heading', { name: 'L’accord d’un parent' })).toBeVisible();
  await check(page, 'guardian', 0);
  await page.getByRole('button', { name: 'Il ou elle est d’accord' }).click();
  await page.getByText('Voir exactement').click();
  await expect(page.getByText('response.given')).toHaveCount(10);
  await check(page, 'send', 0);
  await page.getByRole('button', { name: 'Non, garder pour moi' }).click();
  await check(page, 'kept');

  await server.stop();
  await sendTo('En attente d’envoi');
  await check(page, 'sent, waiting');
  await visit('/');
  await expect(page.getByText('En attente d’envoi')).toBeVisible();
  await check(page, 'home, with something to send');
  await visit('/sent');
  await page.getByRole('button', { name: 'Annuler l’envoi' }).click();
  await expect(page.getByText('Annulé')).toBeVisible();
  await check(page, 'sent, cancelled');
  await server.start();
  await sendTo('Bien reçu');
  await check(page, 'sent, received');
  await page.getByRole('button', { name: 'Reprendre mon accord' }).click();
  await expect(page.getByText('Accord repris : l’organisation efface')).toBeVisible();
  await check(page, 'sent, taken back');
});

async function sendTo(status: string): Promise<void> {
  await visit('/send');
  await page.getByRole('button', { name: 'Oui, envoyer' }).click();
  await expect(page.getByText(status, { exact: true })).toBeVisible();
}
