import { test } from '@playwright/test';
import { data } from '#lib/i18n/messages/fr/data.ts';
import { finishTest } from './journal.ts';
import { byEar } from './screen-reader.ts';

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
