import { expect, test, type Page } from '@playwright/test';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import { rowsOf } from './api-device.ts';
import { joinAndTakeTest, readyOffline, sendResult } from './device.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { joinLink, openCampaign } from './staff.ts';

const { sent } = learner;

/** Changes one bit of what waits in the outbox, as a failing disk does. */
async function damageOutbox(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('the database did not answer'));
      });
    const database = await done(indexedDB.open('jalon'));
    const outbox = database.transaction('outbox', 'readwrite').objectStore('outbox');
    for (const row of (await done(outbox.getAll())) as { body: Uint8Array }[]) {
      await done(outbox.put({ ...row, body: row.body.with(0, (row.body[0] ?? 0) ^ 1) }));
    }
    database.close();
  });
}

test('what can no longer be read is told where one looks for it, and can be cancelled', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const server = await ServerProcess.started();
  const context = await browser.newContext({ viewport: narrow });
  try {
    const desk = await browser.newPage();
    await openCampaign(desk, server.address, 'Préparer les ateliers du jeudi');
    const link = await joinLink(desk);
    const page = await context.newPage();
    await page.goto(server.address);
    await readyOffline(page);
    await server.stop();
    await page.goto(link);
    await joinAndTakeTest(page, 'Lina');
    await sendResult(page);
    await expect(page.getByText(sent.status.waiting, { exact: true })).toBeVisible();
    await damageOutbox(page);

    await server.start();
    await page.goto(`${server.address}/sent`);
    await expect(page.getByText(sent.status.setAside, { exact: true })).toBeVisible();
    await expect(page.getByText(sent.setAside.unreadable)).toBeVisible();
    await expect(page.getByRole('button', { name: sent.now })).toHaveCount(0);
    await check(page, 'set aside');
    expect(rowsOf(server, 'select * from event')).toEqual([]);
    await page.getByRole('button', { name: sent.cancel }).click();
    await expect(page.getByText(sent.status.cancelled, { exact: true })).toBeVisible();
    await expect(page.getByText(sent.setAside.unreadable)).toHaveCount(0);
  } finally {
    await context.close();
    await server.stop('SIGKILL');
  }
});
