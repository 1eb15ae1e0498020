import { readFile } from 'node:fs/promises';
import { test } from '@playwright/test';
import { data } from '#lib/i18n/messages/fr/data.ts';
import { chooseBackup } from './hand.ts';
import { finishTest } from './journal.ts';
import { byEar, type ScreenReader } from './screen-reader.ts';

/** Presses the button that asks for a file, and gives one of that text. */
function giveFile(reader: ScreenReader, text: string): Promise<void> {
  return chooseBackup(reader.page, () => reader.press('', data.restore.button), text);
}

test('my data: saved; erasing is asked, and refused', async ({ browser }) => {
  await byEar(browser, async (reader, address) => {
    await finishTest(reader.page, ['1.2/birthday-photos', '2.2/family-album']);
    await reader.page.goto(address);
    await reader.press('link', data.title);
    await reader.arrives(data.title);
    await reader.reads(
      `heading, ${data.title}`,
      `heading, ${data.kept.title}`,
      data.kept.answers(2),
      `heading, ${data.save.title}`,
      `button, ${data.save.button}`,
      `heading, ${data.restore.title}`,
      `heading, ${data.erase.title}`,
    );
    const saving = reader.page.waitForEvent('download');
    await reader.press('button', data.save.button);
    await saving;
    await reader.hears(`polite: Bonne nouvelle : ${data.save.done}`);
    await reader.press('button', data.erase.button);
    await reader.hears(`group, ${data.erase.ask}`);
    await reader.press('button', data.erase.keep);
    await reader.hears(`button, ${data.erase.button}`);
    await reader.reads(data.kept.answers(2), `button, ${data.erase.button}`);
  });
});

test('a change of telephone: saved and erased, a file that is cut is told, and all is brought back', async ({
  browser,
}, info) => {
  await byEar(browser, async (reader, address) => {
    await finishTest(reader.page, ['1.2/birthday-photos', '2.2/family-album']);
    await reader.page.goto(address);
    await reader.press('link', data.title);
    await reader.arrives(data.title);
    const saving = reader.page.waitForEvent('download');
    await reader.press('button', data.save.button);
    const path = info.outputPath('backup.json');
    await (await saving).saveAs(path);
    const text = await readFile(path, 'utf8');
    await reader.press('button', data.erase.button);
    await reader.hears(`group, ${data.erase.ask}`);
    await reader.press('button', data.erase.sure);
    // The application begins anew.
    await reader.reads('heading, Où en êtes-vous avec le numérique ?', `link, ${data.bring}`);

    await reader.press('link', data.bring);
    await reader.arrives(data.title);
    await giveFile(reader, text.slice(0, text.length / 2));
    await reader.hears(`assertive: Attention : ${data.restore.refused.cutShort}`);
    await giveFile(reader, text);
    await reader.hears(`polite: Bonne nouvelle : ${data.restore.done}`);
    await reader.reads(data.kept.answers(2), `button, ${data.save.button}`);
  });
});
