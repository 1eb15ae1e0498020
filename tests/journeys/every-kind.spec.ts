import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Json } from '#lib/base/canonical-json.ts';
import { simulators } from '#lib/challenges/registry.ts';
import { player } from '#lib/i18n/messages/fr/player.ts';
import { simulators as words } from '#lib/i18n/messages/fr/simulators.ts';
import { firstOfEachKind } from '../contract/challenges.ts';
import { readyOffline } from './device.ts';
import { button, finger } from './hand.ts';
import { ask } from './journal.ts';
import { actionsOf, play } from './play.ts';
import { axeFaults, check, narrow, wide } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';

let server: ServerProcess;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await ServerProcess.started();
  context = await browser.newContext({ viewport: narrow, hasTouch: true });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  await page.goto(server.address);
  await readyOffline(page);
});

test.afterAll(async () => {
  await context.close();
  await server.stop('SIGKILL');
});

for (const authored of firstOfEachKind) {
  const { id, kind } = authored.challenge;
  test(`${kind}: fit for every screen and eye, and taken back`, async () => {
    await page.setViewportSize(narrow);
    await ask(page, id);
    await check(page, kind);
    await test.step('text twice as large', async () => {
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      expect.soft(await wide(page), `${kind}: nothing goes beyond the screen`).toEqual([]);
      await page.evaluate(() => (document.documentElement.style.fontSize = ''));
    });
    await test.step('a wide screen, and forced colours', async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 800 });
      expect.soft(await axeFaults(page), `${kind}: axe on a wide screen`).toEqual([]);
      await page.setViewportSize(narrow);
      await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
      expect.soft(await invisible(page), `${kind}: edges in forced colours`).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    });
    if (!(kind in simulators)) return;
    for (const way of [words.undo, words.restart]) {
      await test.step(`${way}: as if nothing had been done`, async () => {
        const right = authored.examples.fr?.find(({ outcome }) => outcome === 'correct');
        await ask(page, id);
        await play(page, authored, actionsOf(authored, right?.response as Json).slice(0, 1), finger);
        const isDone = async (): Promise<boolean> =>
          (await button(page, words.undo).getAttribute('aria-disabled')) === 'false';
        while (await isDone()) await finger.press(button(page, way));
        await finger.press(button(page, player.validate));
        await expect(page.getByText(player.answerFirst)).toBeVisible();
      });
    }
  });
}

/** Buttons that forced colours leave without an edge and without words. */
function invisible(of: Page): Promise<readonly string[]> {
  return of.evaluate(() =>
    [...document.querySelectorAll('main :not(td) > button')].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
      const hasEdge = borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0;
      return hasEdge || element.textContent.trim() !== '' ? [] : [element.outerHTML.slice(0, 120)];
    }),
  );
}
