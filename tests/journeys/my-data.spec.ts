import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { data } from '#lib/i18n/messages/fr/data.ts';
import { readyOffline } from './device.ts';
import { finishTest } from './journal.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';

test.use({ viewport: narrow });

const events = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const database = await settled(indexedDB.open('jalon'));
    const count = await settled(database.transaction('events').objectStore('events').count());
    database.close();
    return count;
  });

async function give(page: Page, file: { name: string; text: string }): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) });
}

test('a learner takes everything to another telephone, with no network; bad files change nothing; erasing leaves nothing', async ({
  browser,
}, info) => {
  const server = await ServerProcess.started();
  const [old, fresh] = await Promise.all([1, 2].map(() => browser.newContext({ viewport: narrow })));
  try {
    const from = await old!.newPage();
    await from.goto(server.address);
    await readyOffline(from);
    const to = await fresh!.newPage();
    await to.goto(server.address);
    await readyOffline(to);
    await server.stop();

    await finishTest(from, ['1.2/birthday-photos', '2.2/family-album']);
    await from.goto(`${server.address}/data`);
    await expect(from.getByText(data.kept.answers(2))).toBeVisible();
    await expect(from.getByText(data.kept.nickname('Marie-Christine D.'))).toBeVisible();
    await check(from, 'my data');
    const saving = from.waitForEvent('download');
    await from.getByRole('button', { name: data.save.button }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^jalon-sauvegarde-.*\.json$/);
    const path = info.outputPath('backup.json');
    await saved.saveAs(path);
    const text = await readFile(path, 'utf8');
    const copying = from.waitForEvent('download');
    await from.getByRole('button', { name: data.copy.button }).click();
    const copy = info.outputPath('copy.json');
    await (await copying).saveAs(copy);
    expect(await readFile(copy, 'utf8')).toContain('"nickname": "Marie-Christine D."');

    await to.getByRole('link', { name: data.bring }).click();
    await expect(to.getByText(data.kept.none)).toBeVisible();
    await check(to, 'my data, none', 0);
    for (const [bad, said] of [
      [text.slice(0, text.length / 2), data.restore.refused.cutShort],
      [text.replace('"learner":"', '"learner":"x'), data.restore.refused.changedBackup],
      [text.replace('"version":1', '"version":9'), data.restore.refused.newerBackup],
      ['{"a":1}', data.restore.refused.notABackup],
    ] as const) {
      await give(to, { name: 'a.json', text: bad });
      await expect(to.getByText(said)).toBeVisible();
      expect(await events(to)).toBe(0);
    }
    await give(to, { name: 'backup.json', text });
    await expect(to.getByText(data.restore.done)).toBeVisible();
    await expect(to.getByText(data.kept.answers(2))).toBeVisible();
    expect(await events(to)).toBe(await events(from));
    await give(to, { name: 'backup.json', text });
    await expect(to.getByText(data.restore.nothing)).toBeVisible();
    await to.goto(server.address);
    await to.getByRole('link', { name: 'Voir mon résultat' }).click();
    await expect(to.getByRole('heading', { level: 1 })).toBeVisible();

    // Somebody else's journal is never mixed with it.
    await from.getByRole('button', { name: data.erase.button }).click();
    await check(from, 'before erasing');
    await from.getByRole('button', { name: data.erase.keep }).click();
    await from.getByRole('button', { name: data.erase.button }).click();
    await from.getByRole('button', { name: data.erase.sure }).click();
    await expect(from.getByRole('link', { name: data.bring })).toBeVisible();
    expect(await events(from)).toBe(0);
    await finishTest(from, ['2.2/family-album']);
    await from.goto(`${server.address}/data`);
    await give(from, { name: 'backup.json', text });
    await expect(from.getByText(data.restore.refused.otherPerson)).toBeVisible();
    // The content stayed: one can begin again with no network.
    await from.goto(`${server.address}/learn`);
    await expect(from.getByRole('link', { name: /Ranger pour retrouver/ })).toBeVisible();
  } finally {
    await Promise.all([old?.close(), fresh?.close()]);
    await server.stop('SIGKILL');
  }
});
