import { expect, test, type Page } from '@playwright/test';
import { data } from '#lib/i18n/messages/fr/data.ts';
import { progress } from '#lib/i18n/messages/fr/progress.ts';
import { readyOffline } from './device.ts';
import { bodies, finishTest } from './journal.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';

const { card } = data;

test.use({ viewport: narrow });

/** Gives a picture as a telephone's camera does. */
function photograph(page: Page, buffer: Buffer): Promise<void> {
  return page.locator('input[type=file]').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer });
}

test('a printed card gives its levels to another telephone with no network, by a photo or by its letters', async ({
  browser,
}) => {
  const server = await ServerProcess.started();
  const contexts = await Promise.all([1, 2, 3].map(() => browser.newContext({ viewport: narrow })));
  try {
    const [from, to, third] = await Promise.all(contexts.map((context) => context.newPage()));
    for (const page of [from!, to!, third!]) {
      await page.goto(server.address);
      await readyOffline(page);
    }
    await server.stop();
    await finishTest(from!, ['1.2/birthday-photos', '2.2/family-album']);
    await from!.goto(`${server.address}/data`);
    await from!.getByRole('link', { name: card.make }).click();
    await expect(from!.getByRole('img', { name: card.label })).toBeVisible();
    await check(from!, 'my card');
    await from!.emulateMedia({ media: 'print', colorScheme: 'light' });
    const paper = (await from!.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type \/Page\b/g), 'the card is on one page').toHaveLength(1);
    const letters = await from!.locator('.letters').innerText();
    // A telephone held over the paper.
    await from!.setViewportSize({ width: 700, height: 1_000 });
    const photo = await from!.screenshot();

    await to!.goto(`${server.address}/card`);
    await check(to!, 'a card to read');
    const read = async (text: string): Promise<void> => {
      await to!.getByLabel(card.type).fill(text);
      await to!.getByRole('button', { name: card.read }).click();
    };
    await read('BUS-VAL-347');
    await expect(to!.getByText(card.refused.notACard)).toBeVisible();
    await read(letters.slice(0, -12));
    await expect(to!.getByText(card.refused.cutCard)).toBeVisible();
    await read('SlMCAAAAAAAAAAAA');
    await expect(to!.getByText(card.refused.newerCard)).toBeVisible();
    await photograph(to!, await to!.screenshot());
    await expect(to!.getByText(card.noCode)).toBeVisible();
    expect(await bodies(to!)).toEqual([]);
    await photograph(to!, photo);
    await expect(to!.getByRole('heading', { name: card.take })).toBeVisible();
    await expect(to!.getByText(card.seen(2))).toBeVisible();
    await check(to!, 'a card that was read');
    await to!.getByRole('button', { name: card.yes }).click();
    await expect(to!.getByRole('heading', { name: card.done })).toBeVisible();
    await to!.getByRole('link', { name: progress.title }).click();
    // An area's level stands for each of its competences, and says where it comes from.
    await to!.locator('summary').first().click();
    await expect(to!.getByText(progress.levels.card).first()).toBeVisible();
    await expect(to!.getByText(progress.points.of(0, 1024)).filter({ visible: true })).toHaveCount(0);
    expect(await bodies(to!)).toHaveLength(1);

    await third!.goto(`${server.address}/card`);
    await third!.getByLabel(card.type).fill(letters.toLowerCase());
    await third!.getByRole('button', { name: card.read }).click();
    await expect(third!.getByText(card.seen(0))).toBeVisible();
    await third!.getByRole('button', { name: card.yes }).click();
    await expect(third!.getByRole('heading', { name: card.done })).toBeVisible();
    await third!.goto(`${server.address}/data`);
    await expect(third!.getByText(data.kept.card(5))).toBeVisible();
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
    await server.stop('SIGKILL');
  }
});
