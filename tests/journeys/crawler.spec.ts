import { readdirSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { readyOffline } from './device.ts';
import { ask, finishTest } from './journal.ts';
import { narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { joinLink, openCampaign } from './staff.ts';

test.use({ viewport: narrow });

/** Of one page whose address asks for something, so many are enough. */
const enough = 3;

/** Every page of a learner, as the routes tell it. */
const pages = readdirSync('src/routes/(learner)', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('+page.svelte'))
  .map((file) => `/${file.replace(/\/?\+page\.svelte$/, '')}`)
  // A device that is lent shows these, in the journey of its mediator.
  .filter((path) => !path.startsWith('/station/'));

test('every screen of a learner is reached from the first one, offers a way on, and gives back what was begun on it', async ({
  page,
  browser,
}) => {
  test.setTimeout(600_000);
  const server = await ServerProcess.started();
  try {
    const desk = await browser.newPage();
    await openCampaign(desk, server.address, 'Bilan de rentrée');
    const link = await joinLink(desk);
    await page.goto(server.address);
    await readyOffline(page);
    await server.stop();
    await page.goto(link);
    await page.getByRole('button', { name: 'Rejoindre' }).click();
    await finishTest(page, ['1.2/birthday-photos', '2.1/right-channel', '4.1/hard-to-guess']);
    await ask(page, '2.2/family-album', 'diagnostic');
    await page.goto(server.address);
    await expect(page.locator('.button.primary')).toBeVisible();

    const reached = new Set(await crawled(page));
    // What was agreed to has a page of its own.
    await follow(page, '/send');
    await page.getByLabel('18 ans ou plus').check();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Oui, envoyer' }).click();
    await expect(page).toHaveURL(/\/sent/);
    for (const path of await crawled(page)) reached.add(path);
    expect(pages.filter((path) => !reached.has(path))).toEqual([]);
  } finally {
    await server.stop('SIGKILL');
  }
});

/** Goes wherever links lead from the first page, and gives the pages that were met. */
async function crawled(page: Page): Promise<readonly string[]> {
  const seen = new Set<string>(['/']);
  const visits = new Map<string, number>();
  const waiting = ['/'];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const { pathname } = new URL(address, page.url());
    const count = visits.get(pathname) ?? 0;
    if (count >= enough) continue;
    visits.set(pathname, count + 1);
    await follow(page, address);
    const ways = await waysOn(page);
    expect.soft(ways.length, `${address} offers a way on`).toBeGreaterThan(0);
    await expectKept(page, address);
    waiting.push(...ways.filter((way) => !seen.has(way)));
    ways.forEach((way) => seen.add(way));
  }
  return [...visits.keys()];
}

/** Follows a link as the application does, without loading anything anew, and waits until the screen stands. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
  await stands(page, address);
}

async function stands(page: Page, address: string): Promise<void> {
  const path = new URL(address, page.url()).pathname;
  await expect.poll(() => new URL(page.url()).pathname, `${address} opens`).toBe(path);
  await expect(page.locator('h1')).toHaveCount(1);
  // What comes from the device has come: nothing is announced as loading any more.
  await expect(page.locator('main').getByText(/^(Un instant|Préparation)/)).toHaveCount(0);
}

/** Where a screen leads among the learner's pages: the links on it, those in what can be unfolded included. */
async function waysOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter(
        (link) =>
          (link.checkVisibility() || link.closest('details') !== null) &&
          link.origin === location.origin &&
          link.hash === '',
      )
      .map((link) => link.pathname + link.search)
      .filter((path) => !path.startsWith('/organisation')),
  );
}

/** What is typed and chosen on the screen is there again after Back and Forward. */
async function expectKept(page: Page, address: string): Promise<void> {
  const field = page.locator('main input[type=text]:visible').first();
  const choice = page.locator('main input[type=radio]:not([name^=lang])').last();
  const hasField = (await field.count()) > 0;
  const hasChoice = (await choice.count()) > 0;
  if (!hasField && !hasChoice) return;
  if (hasField) await field.fill('Essai');
  if (hasChoice) await choice.check({ force: true });
  await page.goBack();
  await page.goForward();
  await stands(page, address);
  if (hasField) await expect.soft(field, `${address} keeps what was typed`).toHaveValue('Essai');
  if (hasChoice) await expect.soft(choice, `${address} keeps what was chosen`).toBeChecked();
}
