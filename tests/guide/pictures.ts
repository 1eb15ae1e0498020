import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { pictureNames, type PictureName } from '#lib/guide/plan.ts';
import { locales, type Locale } from '#lib/i18n/locale.ts';
import { findBrowser } from '../browser.ts';
import { ask, finishTest } from '../journeys/journal.ts';
import { ServerProcess } from '../journeys/server-process.ts';

const usage = `Usage: npm run guide:pictures

Takes the pictures of the guide anew, in each language, from the application as it is built: run \`npm run build\` before.
They are written to src/lib/guide/pictures. A picture over its budget is told, and the exit code is then 1.
`;

const folder = join(import.meta.dirname, '../../src/lib/guide/pictures');
const size = { width: 540, height: 960 };
const mostBytes = 40_000;
const secret = 'epn-valbruyere';

type Take = (name: PictureName, width?: number) => Promise<void>;

if (process.argv.length > 2) process.stdout.write(usage);
else process.exitCode = await run();

async function run(): Promise<number> {
  await mkdir(folder, { recursive: true });
  const server = await ServerProcess.started();
  const browser = await chromium.launch(await findBrowser());
  try {
    const heavy: string[] = [];
    for (const locale of locales) {
      const taken = await picturesIn(locale, browser, server.address);
      const missing = pictureNames.filter((name) => !taken.has(name));
      if (missing.length > 0) throw new Error(`${locale}: never taken: ${missing.join(', ')}`);
      for (const [name, bytes] of taken) {
        const file = `${locale}-${name}.webp`;
        await writeFile(join(folder, file), bytes);
        process.stdout.write(`${file} ${bytes.length}\n`);
        if (bytes.length > mostBytes) heavy.push(file);
      }
    }
    if (heavy.length > 0) process.stderr.write(`over ${mostBytes} bytes: ${heavy.join(', ')}\n`);
    return heavy.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await server.stop('SIGKILL');
  }
}

async function picturesIn(
  locale: Locale,
  browser: Browser,
  address: string,
): Promise<ReadonlyMap<PictureName, Buffer>> {
  const pictures = new Map<PictureName, Buffer>();
  for (const tour of [telephone, station]) {
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      deviceScaleFactor: 1.5,
      locale: `${locale}-BE`,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    const page = await readyPage(context, address);
    await tour(page, address, async (name, width = 360) => {
      pictures.set(name, await picture(page, width));
    });
    await context.close();
  }
  return pictures;
}

async function readyPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('[role=status] .notice.success').waitFor({ timeout: 60_000 });
  return page;
}

/** One person's own device: ready, helped, and at its result. */
async function telephone(page: Page, address: string, take: Take): Promise<void> {
  await take('ready');
  await ask(page, '2.1/right-channel');
  await page.locator('.helps button').first().click();
  await take('help', 400);
  await finishTest(
    page,
    [
      '2.2/family-album',
      '1.1/page-to-trust',
      '4.1/hard-to-guess',
      '1.2/birthday-photos',
      '2.1/answer-the-teacher',
    ],
    { passed: 3, nickname: 'Odette' },
  );
  await page.goto(`${address}/result`);
  await page.locator('ul.levels > li').nth(4).waitFor();
  await take('result');
}

/** A device that is lent: a session, people, and the room of the mediator. */
async function station(page: Page, address: string, take: Take): Promise<void> {
  await page.goto(`${address}/settings`);
  await page.locator('a[href="/station"]').click();
  await page.locator('.button.primary').click();
  for (const field of await page.locator('input[type=password]').all()) await field.fill(secret);
  await page.locator('.button.primary').click();
  await enterRoom(page);
  await page.locator('a[href="/station/room/session"]').click();
  await page.locator('input[type=radio]').first().check();
  await take('session', 400);
  await page.locator('.button.primary').click();

  for (const [nickname, place, questions] of [
    ['Odette', 1, 8],
    ['Karim', 4, 8],
    ['Rosa', 8, 2],
    ['Lina', 10, 0],
  ] as const) {
    await page.locator('a[href="/station/new"]').click();
    await page.locator('input[type=text]').fill(nickname);
    await page.locator('input[type=radio]').nth(place).check();
    if (nickname === 'Lina') await take('fresh', 400);
    await page.locator('.button.primary').click();
    for (let question = 0; question < questions; question += 1) await answer(page);
    if (nickname === 'Rosa') await page.locator('[role=group] button').first().click();
    await page.locator('a[href="/station/finish"]').first().click();
    await page.locator('.button').first().waitFor();
    if (nickname === 'Rosa') await take('finish');
    await page.goto(`${address}/station`);
  }
  await page.locator('a[href="/station/new"]').waitFor();
  await take('who');
  await enterRoom(page);
  await page.locator('a[href="/station/room/board"]').click();
  await page.locator('table').waitFor();
  await take('board', 520);
}

async function enterRoom(page: Page): Promise<void> {
  await page.locator('a[href="/station/room"]').click();
  await page.locator('input[type=password]').fill(secret);
  await page.locator('.button.primary').click();
  await page.locator('a[href="/station/room/board"]').waitFor();
}

/** Answers the question on the screen, the first option where there are some, and goes on; nothing once the test is over. */
async function answer(page: Page): Promise<void> {
  const before = await page
    .locator('.instruction')
    .textContent()
    .catch(() => null);
  if (before === null || !page.url().endsWith('/test')) return;
  const option = page.locator('main input[type=radio]').first();
  const isChoice = await option.isVisible();
  if (isChoice) await option.check();
  await page
    .locator(isChoice ? '.actions .button.primary' : '.actions .button:not(.primary)')
    .first()
    .click();
  await page.waitForFunction(
    (instruction) =>
      !location.pathname.endsWith('/test') ||
      document.querySelector('.instruction')?.textContent !== instruction,
    before,
  );
}

/** What the screen shows, from its top, as WebP; the wider the page, the smaller its letters. */
async function picture(page: Page, width: number): Promise<Buffer> {
  const height = Math.round((width * size.height) / size.width);
  await page.setViewportSize({ width, height });
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  const png = (await page.screenshot({ scale: 'device' })).toString('base64');
  const webp = await page.evaluate(
    async ([base64, across, down]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(across, down);
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, across, down);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
      let letters = '';
      for (const byte of new Uint8Array(await blob.arrayBuffer())) letters += String.fromCharCode(byte);
      return btoa(letters);
    },
    [png, size.width, size.height] as const,
  );
  await page.setViewportSize({ width: 360, height: 640 });
  return Buffer.from(webp, 'base64');
}
