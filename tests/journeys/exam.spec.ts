import { expect, test } from '@playwright/test';
import { readyOffline } from './device.ts';
import { ask, responses } from './journal.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';

test.use({ viewport: narrow });

test('an exam has no help, notes that its page was left, and limits the time of some questions', async ({
  page,
}) => {
  const server = await ServerProcess.started();
  try {
    await page.goto(server.address);
    await readyOffline(page);
    await page.getByRole('link', { name: 'Choisir un autre test' }).click();
    await check(page, 'evaluate', 0);
    await page.getByRole('link', { name: /L’examen blanc/ }).click();
    await expect(page.getByText('Il y a 32 questions, sans indice.')).toBeVisible();
    await check(page, 'start, exam');

    await page.clock.install();
    await ask(page, '5.2/tablet-for-mina', 'certification');
    await expect(page.getByRole('heading', { name: 'Une question avec un temps limité' })).toBeVisible();
    await check(page, 'a question with limited time');
    await page.getByRole('button', { name: 'Commencer' }).click();
    await expect(page.getByText('Il reste environ 2 minutes.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Un indice' })).toHaveCount(0);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect(page.getByText('Vous avez quitté la page.')).toBeVisible();
    await page.locator('main input[type=radio]').first().check();
    await page.clock.runFor(61_000);
    await expect(page.getByText('Il reste environ 1 minute.')).toBeVisible();
    await check(page, 'a question with little time left');
    await page.clock.runFor(60_000);
    await expect
      .poll(async () => (await responses(page)).at(-1))
      .toMatchObject({
        item: '5.2/tablet-for-mina',
        outcome: 'timedOut',
        score: 0,
        left: 1,
        help: 0,
      });
    // No look back: the next question follows.
    await expect(page.getByText('2 sur 10', { exact: true })).toBeVisible();
  } finally {
    await server.stop('SIGKILL');
  }
});
