import { readFile } from 'node:fs/promises';
import { expect, test, type Browser, type Download, type Page, type TestInfo } from '@playwright/test';
import { data } from '#lib/i18n/messages/fr/data.ts';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import { phone, readyOffline } from './device.ts';
import { keyboard, reach } from './hand.ts';
import { bodies, finishTest } from './journal.ts';
import { arrives, giveFile, press, staysSomewhere } from './keyboard.ts';
import { ServerProcess } from './server-process.ts';

const items = ['1.2/birthday-photos', '2.2/family-album'];
const home = 'Où en êtes-vous avec le numérique ?';

/** Two telephones of which the first has a test; no network is left. */
async function onTwoTelephones(
  browser: Browser,
  journey: (from: Page, to: Page, address: string) => Promise<void>,
): Promise<void> {
  const server = await ServerProcess.started();
  const contexts = await Promise.all([1, 2].map(() => browser.newContext({ viewport: phone })));
  try {
    for (const context of contexts) context.setDefaultTimeout(15_000);
    const [from, to] = await Promise.all(contexts.map((context) => context.newPage()));
    for (const page of [from!, to!]) {
      await page.goto(server.address);
      await readyOffline(page);
    }
    await server.stop();
    await finishTest(from!, items);
    await from!.goto(server.address);
    await journey(from!, to!, server.address);
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
    await server.stop('SIGKILL');
  }
}

async function textOf(saving: Promise<Download>, info: TestInfo): Promise<string> {
  const path = info.outputPath('backup.json');
  await (await saving).saveAs(path);
  return readFile(path, 'utf8');
}

test('a learner changes telephone with the keyboard alone: saved, erased, given to the other one, answers seen', async ({
  browser,
}, info) => {
  await onTwoTelephones(browser, async (from, to) => {
    await press(from, data.title, 'link');
    await arrives(from, data.title);
    await expect(from.getByText(data.kept.answers(2))).toBeVisible();
    const saving = from.waitForEvent('download');
    await press(from, data.save.button);
    const text = await textOf(saving, info);
    await expect(from.getByText(data.save.done)).toBeVisible();
    await staysSomewhere(from);

    await press(from, data.erase.button);
    await expect(from.getByRole('group', { name: data.erase.ask })).toBeFocused();
    await press(from, data.erase.keep);
    await expect(from.getByRole('button', { name: data.erase.button })).toBeFocused();
    expect(await bodies(from)).not.toEqual([]);
    const kept = await bodies(from);

    await press(to, data.bring, 'link');
    await arrives(to, data.title);
    await giveFile(to, data.restore.button, text.slice(0, text.length / 2));
    await expect(to.getByText(data.restore.refused.cutShort)).toBeVisible();
    await expect(to.getByLabel(data.restore.button)).toBeFocused();
    await giveFile(to, data.restore.button, text);
    await expect(to.getByText(data.restore.done)).toBeVisible();
    await expect(to.getByLabel(data.restore.button)).toBeFocused();
    expect(await bodies(to)).toEqual(kept);
    await press(to, 'Retour', 'link');
    await arrives(to, home);
    await press(to, learner.home.result, 'link');
    await arrives(to, learner.result.title);
    await press(to, learner.answers.title, 'link');
    await arrives(to, learner.answers.title);
    await expect(to.locator('main details')).toHaveCount(items.length);
    await reach(to.locator('main summary').first());
    await to.keyboard.press('Enter');
    await expect(to.getByRole('heading', { name: 'À retenir' }).first()).toBeVisible();

    // Only once it is on the other one is it erased here.
    await press(from, data.erase.button);
    await press(from, data.erase.sure);
    await expect(from.getByRole('link', { name: data.bring })).toBeVisible();
    expect(await bodies(from)).toEqual([]);
  });
});

test('a backup with a passphrase is made and opened with the keyboard alone', async ({ browser }, info) => {
  await onTwoTelephones(browser, async (from, to) => {
    const field = (page: Page) => page.getByLabel(data.passphrase.label);
    await press(from, data.title, 'link');
    await arrives(from, data.title);
    await reach(from.locator('summary').filter({ hasText: data.passphrase.add }));
    await from.keyboard.press('Enter');
    await keyboard.fill(field(from), 'court');
    await press(from, data.save.button);
    await expect(from.getByText(data.passphrase.short)).toBeVisible();
    await staysSomewhere(from);
    await keyboard.fill(field(from), 'lune papier tracteur vert');
    const saving = from.waitForEvent('download');
    await press(from, data.save.button);
    const text = await textOf(saving, info);

    await press(to, data.bring, 'link');
    await arrives(to, data.title);
    await giveFile(to, data.restore.button, text);
    await expect(to.getByRole('form', { name: data.passphrase.asked })).toBeFocused();
    await keyboard.fill(field(to), 'lune papier tracteur bleu');
    await press(to, data.passphrase.open);
    await expect(to.getByText(data.restore.refused.wrongPassphrase)).toBeVisible();
    await staysSomewhere(to);
    await keyboard.fill(field(to), 'lune papier tracteur vert');
    await press(to, data.passphrase.open);
    await expect(to.getByText(data.restore.done)).toBeVisible();
    await expect(to.getByLabel(data.restore.button)).toBeFocused();
    expect(await bodies(to)).toEqual(await bodies(from));
  });
});
