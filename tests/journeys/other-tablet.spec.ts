import { expect, test, type Locator, type Page } from '@playwright/test';
import encodeQR from 'qr';
import { digest } from '#lib/base/platform/crypto.ts';
import { elsewhere, show } from '#lib/i18n/messages/fr/elsewhere.ts';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import { station } from '#lib/i18n/messages/fr/station.ts';
import { printGlimpse, readGlimpse, type Glimpse } from '#lib/station/glimpse.ts';
import { answer, begin, Device, readyOffline, standsAt } from './device.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { joinLink, openCampaign } from './staff.ts';
import { enterRoom, everythingKept, found, welcome, foundOffline } from './station.ts';

const board = station.room.board;

/** Gives the mediator's tablet the picture of a code, as a camera would take it. */
async function read(page: Page, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer });
}

const codeOn = (page: Page): Locator => page.getByRole('img', { name: show.label });
const drawn = (text: string): Buffer => Buffer.from(encodeQR(text, 'gif', { ecc: 'medium' }));

/** The day by the clock of a device. */
function dayOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  });
}

test('a telephone asks for help and is read at another tablet, then is done and read again: one person', async ({
  browser,
}) => {
  const server = await ServerProcess.started();
  const [telephone, tablet] = [await Device.new(narrow), await Device.new(narrow)];
  try {
    const desk = await browser.newPage();
    await openCampaign(desk, server.address, 'Préparer les ateliers du jeudi');
    const link = await joinLink(desk);
    await desk.close();
    const [own, room] = [await telephone.open(), await tablet.open()];
    for (const page of [own, room]) {
      await page.goto(server.address);
      await readyOffline(page);
    }
    await server.stop();

    await own.getByRole('link', { name: 'Commencer le test' }).click();
    await begin(own, 'Lina');
    for (let question = 1; question <= 3; question += 1) {
      await standsAt(own, question);
      await answer(own);
    }
    await standsAt(own, 4);
    await expect(own.getByText(show.title)).toHaveCount(0);
    await own.getByRole('link', { name: 'Pause' }).click();
    await own.getByRole('link', { name: show.title }).click();
    await expect(codeOn(own)).toBeVisible();
    await own.getByRole('button', { name: station.turn.help }).click();
    await expect(own.getByRole('button', { name: board.asked })).toBeVisible();
    await expect(own.getByText(`Lina – ${show.at(4, 10)}`)).toBeVisible();
    await check(own, 'show where I am');
    const asking = await codeOn(own).screenshot();

    await found(room, server.address);
    await enterRoom(room);
    await room.getByRole('link', { name: station.room.menu.board }).click();
    await room.getByRole('link', { name: elsewhere.title }).click();
    await check(room, 'read another tablet');
    await read(room, drawn(link));
    await expect(room.getByText(elsewhere.refused.somethingElse)).toBeVisible();
    const old = {
      ...{ session: '0123456789', day: '2026-01-05', nickname: 'Omar', avatar: 'owl', needsHelp: true },
      ...{ minutes: 3, doing: { state: 'nothing' } as const },
    };
    const yesterday = await printGlimpse(old, digest);
    await read(room, drawn(yesterday));
    await expect(room.getByText(elsewhere.refused.otherDay)).toBeVisible();
    await read(room, drawn(yesterday.replace('VUE-1', 'VUE-2')));
    await expect(room.getByText(elsewhere.refused.newer)).toBeVisible();
    await read(room, drawn(yesterday.slice(0, -1)));
    await expect(room.getByText(elsewhere.refused.damaged)).toBeVisible();
    await check(room, 'read another tablet, refused');
    await read(room, asking);
    await expect(room.getByText(elsewhere.read('Lina', board.at(4, 10)))).toBeVisible();
    await check(room, 'read another tablet, read');

    // A guest who asks for nothing, by letters.
    const today = await dayOf(own);
    const guest = await printGlimpse(
      { ...old, day: today, nickname: '', avatar: '', needsHelp: false },
      digest,
    );
    await room.getByLabel(elsewhere.letters).fill(guest.slice('JALON-VUE-1-'.length).toLowerCase());
    await room.getByRole('button', { name: elsewhere.submit }).click();
    await expect(room.getByText(elsewhere.read(show.guest, board.notBegun))).toBeVisible();

    await room.getByRole('link', { name: elsewhere.toBoard }).click();
    const row = (name: string) => room.getByRole('row').filter({ hasText: name });
    await expect(room.getByRole('row')).toHaveCount(3);
    // Asks for help: first of all.
    await expect(room.getByRole('row').nth(1)).toContainText('Lina');
    await expect(row('Lina')).toContainText(board.at(4, 10));
    await expect(row('Lina')).toContainText(/Autre appareil, lu à \d\d:\d\d/);
    await expect(row('Lina').getByRole('button', { name: board.asked })).toBeVisible();
    await check(room, 'board, with other devices', 0);
    await row(show.guest).getByRole('button', { name: board.remove }).click();
    await expect(room.getByRole('row')).toHaveCount(2);

    await own.getByRole('button', { name: board.asked }).click();
    await own.getByRole('link', { name: learner.home.resume(4, 10) }).click();
    const result = own.getByRole('heading', { name: 'Votre résultat' });
    const validate = own.getByRole('button', { name: 'Valider' });
    for (let question = 4; question <= 10; question += 1) {
      await expect(validate.or(result)).toBeVisible();
      if (await result.isVisible()) break;
      await answer(own);
    }
    await expect(result).toBeVisible();
    await own.getByRole('link', { name: show.title }).click();
    await expect(own.getByText(show.done)).toBeVisible();
    await check(own, 'show where I am, done');
    await room.getByRole('link', { name: elsewhere.title }).click();
    await read(room, await codeOn(own).screenshot());
    await expect(room.getByText(elsewhere.read('Lina', board.done))).toBeVisible();
    await room.getByRole('link', { name: elsewhere.toBoard }).click();
    await expect(room.getByRole('row')).toHaveCount(2);
    await expect(row('Lina')).toContainText(board.done);
    await expect(row('Lina').getByRole('img')).toHaveCount(5);
    await expect(row('Lina').getByRole('button', { name: board.asked })).toHaveCount(0);
    await check(room, 'board, one who is done elsewhere', 0);

    await room.getByRole('link', { name: 'Retour' }).click();
    await room.getByRole('link', { name: station.room.menu.report }).click();
    await expect(room.getByRole('row').nth(1).getByRole('cell').last()).toHaveText('2');
    expect(await everythingKept(room)).not.toMatch(/Lina/);
  } finally {
    await telephone.close();
    await tablet.close();
    await server.stop('SIGKILL');
  }
});

test('at a station each person shows a code of their own, the same all day, with the help that was asked above', async ({
  browser,
}) => {
  const server = await ServerProcess.started();
  const tablet = await browser.newContext({ viewport: narrow });
  try {
    const page = await tablet.newPage();
    await foundOffline(page, server);
    const shown = async (): Promise<Glimpse> => {
      await page.getByRole('link', { name: 'Pause' }).click();
      await page.getByRole('link', { name: show.title }).click();
      await page.getByText(show.letters).click();
      const glimpse = await readGlimpse(
        await page.locator('.letters').innerText(),
        await dayOf(page),
        digest,
      );
      if (!glimpse.ok) throw new Error(glimpse.reason);
      return glimpse.value;
    };
    const start = async (nickname: string, avatar: string): Promise<void> => {
      await welcome(page, nickname, avatar);
      await page.getByRole('link', { name: 'Commencer le test' }).click();
      await page.getByRole('button', { name: 'Commencer' }).click();
      await standsAt(page, 1);
    };

    await start('Zoé', 'Le vélo');
    await page.getByRole('button', { name: station.turn.help }).click();
    const first = await shown();
    expect(first).toMatchObject({ nickname: 'Zoé', avatar: 'bicycle', needsHelp: true });
    expect(first.doing).toMatchObject({ state: 'running', policy: 'diagnostic', number: 1, length: 10 });
    await expect(page.getByRole('button', { name: station.turn.help })).toHaveCount(0);
    await check(page, 'show where I am, at a station');
    await page.getByRole('link', { name: learner.home.resume(1, 10) }).click();
    await answer(page);
    await standsAt(page, 2);
    await page.getByRole('button', { name: station.turn.helpAsked }).click();
    const second = await shown();
    expect(second).toMatchObject({ session: first.session, needsHelp: false, doing: { number: 2 } });
    await page.goto(`${server.address}/station`);
    await start('Omar', 'Le hibou');
    expect((await shown()).session).not.toBe(first.session);
  } finally {
    await tablet.close();
    await server.stop('SIGKILL');
  }
});
