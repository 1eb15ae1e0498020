import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { data } from '#lib/i18n/messages/fr/data.ts';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import { joinAndTakeTest, readyOffline, sendResult } from './device.ts';
import { bodies, finishTest } from './journal.ts';
import { axeFaults, check, narrow, wide } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { joinLink, openCampaign } from './staff.ts';

const { sent } = learner;

test.use({ viewport: narrow });

async function give(page: Page, file: { name: string; text: string }): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) });
}

/** Choices of a person, beside the database. */
function keepChoices(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('keyval-store');
      opening.onupgradeneeded = () => opening.result.createObjectStore('keyval');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('refused'));
    });
    const writing = database.transaction('keyval', 'readwrite');
    writing.objectStore('keyval').put({ theme: 'dark', textSize: '1.5' }, 'preferences');
    await new Promise((resolve) => (writing.oncomplete = resolve));
    database.close();
    localStorage.setItem('anything', 'of somebody');
  });
}

/** What is left of them; nothing on a device that knows nobody. */
function choicesOf(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('keyval-store');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const reading = database.transaction('keyval').objectStore('keyval').getAll();
    const kept = await new Promise<unknown[]>((resolve) => {
      reading.onsuccess = () => resolve(reading.result as unknown[]);
    });
    database.close();
    return [...kept, ...Object.keys(localStorage)];
  });
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
    const copy = info.outputPath('copy.html');
    await (await copying).saveAs(copy);
    const page = await readFile(copy, 'utf8');
    expect(page).toContain('Marie-Christine D.');
    expect(page).toContain(learner.result.testOf['diagnostic']);
    // It opens where nothing of Jalon is, and is read as any page.
    const apart = await browser.newContext({ viewport: narrow });
    const reader = await apart.newPage();
    await reader.setContent(page);
    await expect(reader.getByRole('heading', { level: 1, name: data.readable.title })).toBeVisible();
    expect(await wide(reader)).toEqual([]);
    expect(await axeFaults(reader)).toEqual([]);
    await apart.close();
    const exporting = from.waitForEvent('download');
    await from.getByRole('button', { name: data.copy.data }).click();
    const exported = info.outputPath('data.json');
    await (await exporting).saveAs(exported);
    expect(await readFile(exported, 'utf8')).toContain('"nickname": "Marie-Christine D."');

    await to.getByRole('link', { name: data.bring }).click();
    await expect(to.getByText(data.kept.none)).toBeVisible();
    await check(to, 'my data, none', 0);
    for (const [bad, said] of [
      [text.slice(0, text.length / 2), data.restore.refused.cutShort],
      [text.replace('"learner":"', '"learner":"x'), data.restore.refused.changedBackup],
      [text.replace('"version":2', '"version":9'), data.restore.refused.newerBackup],
      ['{"a":1}', data.restore.refused.notABackup],
    ] as const) {
      await give(to, { name: 'a.json', text: bad });
      await expect(to.getByText(said)).toBeVisible();
      expect(await bodies(to)).toEqual([]);
    }
    await give(to, { name: 'backup.json', text });
    await expect(to.getByText(data.restore.done)).toBeVisible();
    await expect(to.getByText(data.kept.answers(2))).toBeVisible();
    expect(await bodies(to)).toEqual(await bodies(from));
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
    await keepChoices(from);
    await from.getByRole('button', { name: data.erase.sure }).click();
    await expect(from.getByRole('link', { name: data.bring })).toBeVisible();
    expect(await choicesOf(from)).toEqual([]);
    expect(await bodies(from)).toEqual([]);
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

test('a result agreed to on a telephone that dies arrives once, from the telephone that its backup went to', async ({
  browser,
}, info) => {
  const server = await ServerProcess.started();
  const office = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [old, fresh] = await Promise.all([1, 2].map(() => browser.newContext({ viewport: narrow })));
  try {
    const desk = await office.newPage();
    await openCampaign(desk, server.address, 'Préparer les ateliers du jeudi');
    const campaign = desk.url();
    const link = await joinLink(desk);
    const [from, to] = [await old!.newPage(), await fresh!.newPage()];
    for (const page of [from, to]) {
      await page.goto(server.address);
      await readyOffline(page);
    }
    await server.stop();

    await from.goto(link);
    await joinAndTakeTest(from, 'Lina');
    await sendResult(from);
    await expect(from.getByText('En attente d’envoi', { exact: true })).toBeVisible();
    await from.goto(`${server.address}/data`);
    await expect(from.getByText(data.erase.waiting)).toBeVisible();
    const saving = from.waitForEvent('download');
    await from.getByRole('button', { name: data.save.button }).click();
    const path = info.outputPath('backup.json');
    await (await saving).saveAs(path);
    const text = await readFile(path, 'utf8');

    await to.goto(`${server.address}/data`);
    await give(to, { name: 'backup.json', text });
    await expect(to.getByText(data.restore.done)).toBeVisible();
    await expect(to.getByText(data.erase.waiting)).toBeVisible();
    await server.start();
    const people = desk.getByRole('row').filter({ hasText: 'Lina' });
    const arrived = async (): Promise<void> => {
      await desk.goto(campaign);
      await expect(people).toHaveCount(1);
    };
    await to.goto(`${server.address}/sent`);
    await expect(to.getByText(sent.status.left, { exact: true })).toBeVisible();
    await expect(to.getByRole('button', { name: sent.cancel })).toHaveCount(0);
    await expect(arrived).toPass();
    await to.goto(`${server.address}/data`);
    await expect(to.getByText(data.erase.lead)).toBeVisible();
    await expect(to.getByText(data.erase.waiting)).toHaveCount(0);

    // The telephone was not dead after all.
    await from.goto(`${server.address}/sent`);
    await expect(from.getByText('Bien reçu')).toBeVisible();
    await arrived();

    // What was agreed to on it is taken back from the other one.
    await to.goto(`${server.address}/sent`);
    // Its title comes with the card, which is read from the device.
    await expect(to.getByRole('heading', { level: 2, name: 'Préparer les ateliers du jeudi' })).toBeVisible();
    await check(to, 'an agreement of another telephone');
    await to.getByRole('button', { name: sent.withdraw }).click();
    await expect(to.getByText(sent.status.withdrawn, { exact: true })).toBeVisible();
    await expect(async () => {
      await desk.goto(campaign);
      await expect(people).toHaveCount(0);
    }).toPass();
  } finally {
    await Promise.all([office.close(), old?.close(), fresh?.close()]);
    await server.stop('SIGKILL');
  }
});

test('a backup with a passphrase opens with it alone', async ({ browser }, info) => {
  const server = await ServerProcess.started();
  const [old, fresh] = await Promise.all([1, 2].map(() => browser.newContext({ viewport: narrow })));
  try {
    const [from, to] = [await old!.newPage(), await fresh!.newPage()];
    for (const page of [from, to]) {
      await page.goto(server.address);
      await readyOffline(page);
    }
    await server.stop();
    await finishTest(from, ['2.2/family-album']);
    await from.goto(`${server.address}/data`);
    await from.getByText(data.passphrase.add).click();
    await check(from, 'my data, with a passphrase');
    const field = (page: Page) => page.getByLabel(data.passphrase.label);
    await field(from).fill('court');
    await from.getByRole('button', { name: data.save.button }).click();
    await expect(from.getByText(data.passphrase.short)).toBeVisible();
    await field(from).fill('lune papier tracteur vert');
    const saving = from.waitForEvent('download');
    await from.getByRole('button', { name: data.save.button }).click();
    const path = info.outputPath('backup.json');
    await (await saving).saveAs(path);
    const text = await readFile(path, 'utf8');
    expect(text).not.toContain('Marie');

    await to.goto(`${server.address}/data`);
    await give(to, { name: 'backup.json', text });
    await expect(to.getByText(data.passphrase.asked)).toBeVisible();
    await check(to, 'my data, a passphrase asked', 0);
    await field(to).fill('lune papier tracteur bleu');
    await to.getByRole('button', { name: data.passphrase.open }).click();
    await expect(to.getByText(data.restore.refused.wrongPassphrase)).toBeVisible();
    expect(await bodies(to)).toEqual([]);
    await field(to).fill('lune papier  tracteur vert ');
    await field(to).press('Enter');
    await expect(to.getByText(data.restore.done)).toBeVisible();
    expect(await bodies(to)).toEqual(await bodies(from));
    await give(to, { name: 'cut.json', text: text.slice(0, -80) });
    await expect(to.getByText(data.restore.refused.cutShort)).toBeVisible();
  } finally {
    await Promise.all([old?.close(), fresh?.close()]);
    await server.stop('SIGKILL');
  }
});
