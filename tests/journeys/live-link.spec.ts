import { expect, test, type Locator, type Page } from '@playwright/test';
import encodeQR from 'qr';
import { digest } from '#lib/base/platform/crypto.ts';
import { elsewhere, show } from '#lib/i18n/messages/fr/elsewhere.ts';
import { live } from '#lib/i18n/messages/fr/live.ts';
import { station } from '#lib/i18n/messages/fr/station.ts';
import { printSignal } from '#lib/station/live-signal.ts';
import { answer, begin, Device, readyOffline, standsAt } from './device.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { enterRoom, everythingKept, found, welcome } from './station.ts';

const board = station.room.board;

/** Gives a page the picture of a code, as its camera would take it. */
async function read(page: Page, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer });
}

const drawn = (text: string): Buffer => Buffer.from(encodeQR(text, 'gif', { ecc: 'medium' }));
const row = (room: Page, name: string): Locator => room.getByRole('row').filter({ hasText: name });
/** What says on the learner's pages that it is sent. */
const bar = (page: Page): Locator => page.locator('header').getByRole('status');
const stop = (page: Page): Locator => page.getByRole('button', { name: live.bar.stop });

/** Two devices that were made ready, without a network since; the second is the mediator's, in their room. */
async function twoDevices(): Promise<{ own: Page; room: Page; address: string; end: () => Promise<void> }> {
  const server = await ServerProcess.started();
  const [telephone, tablet] = [await Device.new(narrow), await Device.new(narrow)];
  const end = async (): Promise<void> => {
    await telephone.close();
    await tablet.close();
    await server.stop('SIGKILL');
  };
  try {
    const [own, room] = [await telephone.open(), await tablet.open()];
    for (const page of [own, room]) {
      await page.goto(server.address);
      await readyOffline(page);
    }
    await server.stop();
    await found(room, server.address);
    await enterRoom(room);
    await room.getByRole('link', { name: station.room.menu.board }).click();
    return { own, room, address: server.address, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** From the mediator's board and the page « Montrer où j'en suis » to a link, by the pictures of both codes. */
async function link(own: Page, room: Page, name: string): Promise<void> {
  await room.getByRole('link', { name: live.link.title }).click();
  const offer = room.getByRole('img', { name: live.link.label });
  await expect(offer).toBeVisible();
  await own.getByRole('link', { name: live.entry }).click();
  await read(own, await offer.screenshot());
  const reply = own.getByRole('img', { name: live.show.label });
  await expect(reply).toBeVisible();
  await room.getByRole('button', { name: live.link.next }).click();
  await read(room, await reply.screenshot());
  await expect(room.getByText(live.link.linked(name))).toBeVisible();
  await expect(own.getByText(live.show.on)).toBeVisible();
}

test('[ST-21] an answer on a telephone changes the board of the tablet by itself, until the person stops it', async () => {
  const { own, room, end } = await twoDevices();
  try {
    const asked: string[] = [];
    for (const page of [own, room])
      page.on('request', (request) => asked.push(new URL(request.url()).origin));

    await own.getByRole('link', { name: 'Commencer le test' }).click();
    await begin(own, 'Lina');
    await standsAt(own, 1);
    await own.getByRole('link', { name: 'Pause' }).click();
    await own.getByRole('link', { name: show.title }).click();
    await expect(own.getByRole('link', { name: live.entry })).toBeVisible();
    await check(own, 'show where I am, with the way to go live');

    await room.getByRole('link', { name: live.link.title }).click();
    const offer = room.getByRole('img', { name: live.link.label });
    await expect(offer).toBeVisible();
    await check(room, 'link live: the offer');
    const offered = await offer.screenshot();
    await own.getByRole('link', { name: live.entry }).click();
    await expect(own.getByText(live.show.told)).toBeVisible();
    await check(own, 'go live: to be read', 0);
    const far = await printSignal(
      {
        ...{
          side: 'offer',
          talk: '010203',
          fingerprint: 'ab'.repeat(32),
          user: 'user',
          password: 'p'.repeat(24),
        },
        places: [{ address: '192.168.1.20', port: 4000 }],
      },
      digest,
    );
    for (const [text, told] of [
      [`https://jalon.example/join#${'eJz'.repeat(30)}`, live.refused.somethingElse],
      [far.replace('DIRECT-1', 'DIRECT-2'), live.refused.newer],
      [far.slice(0, -2), live.refused.damaged],
    ] as const) {
      await read(own, drawn(text));
      await expect(own.getByText(told)).toBeVisible();
    }
    await check(own, 'go live: refused', 0);
    await read(own, offered);
    const reply = own.getByRole('img', { name: live.show.label });
    await expect(reply).toBeVisible();
    await check(own, 'go live: the answer', 0);

    await room.getByRole('button', { name: live.link.next }).click();
    await check(room, 'link live: to be read', 0);
    await read(room, drawn(far));
    await expect(room.getByText(live.refused.otherSide)).toBeVisible();
    await read(room, await reply.screenshot());
    await expect(room.getByText(live.link.linked('Lina'))).toBeVisible();
    await check(room, 'link live: linked');
    await expect(own.getByText(live.show.on)).toBeVisible();
    await check(own, 'go live: live');

    await room.getByRole('link', { name: elsewhere.toBoard }).click();
    await expect(row(room, 'Lina')).toContainText(live.on);
    await expect(row(room, 'Lina')).toContainText(board.at(1, 10));
    await check(room, 'board, with somebody live', 0);

    // From here on nobody touches the mediator's tablet.
    await own.getByRole('link', { name: show.home }).click();
    await own
      .getByRole('link', { name: /Reprendre/ })
      .first()
      .click();
    for (let question = 1; question <= 3; question += 1) {
      await standsAt(own, question);
      await expect(bar(own)).toHaveText(live.bar.on);
      await answer(own);
      await standsAt(own, question + 1);
      await expect(row(room, 'Lina')).toContainText(board.at(question + 1, 10));
    }
    await check(own, 'a question, live');
    await own.getByRole('link', { name: 'Pause' }).click();
    await own.getByRole('link', { name: show.title }).click();
    await own.getByRole('button', { name: station.turn.help }).click();
    await expect(row(room, 'Lina').getByRole('button', { name: board.asked })).toBeVisible();
    await expect(room.getByRole('row')).toHaveCount(2);
    // What is on the disk of the mediator's tablet is sealed, as what is read of a code.
    expect(await everythingKept(room)).not.toMatch(/Lina/);

    await stop(own).click();
    await expect(stop(own)).toHaveCount(0);
    await expect(room.getByText(live.over('Lina'))).toBeVisible();
    await expect(row(room, 'Lina')).not.toContainText(live.on);
    await check(room, 'board, somebody no longer live', 0);
    await own.getByRole('button', { name: board.asked }).click();
    await expect(own.getByRole('button', { name: station.turn.help })).toBeVisible();
    await expect(row(room, 'Lina').getByRole('button', { name: board.asked })).toBeVisible();

    // The code is read as before.
    await room.getByRole('link', { name: elsewhere.title }).click();
    await read(room, await own.getByRole('img', { name: show.label }).screenshot());
    await expect(room.getByText(elsewhere.read('Lina', board.at(4, 10)))).toBeVisible();
    await room.getByRole('link', { name: elsewhere.toBoard }).click();
    await expect(row(room, 'Lina').getByRole('button', { name: board.asked })).toHaveCount(0);
    await expect(room.getByText(live.over('Lina'))).toHaveCount(0);

    expect(new Set(asked).size).toBeLessThanOrEqual(1);
  } finally {
    await end();
  }
});

test('[ST-21] it ends for both when the mediator takes the line off, or a page closes', async () => {
  const { own, room, end } = await twoDevices();
  try {
    await own.getByRole('link', { name: 'Commencer le test' }).click();
    await begin(own, 'Omar');
    await standsAt(own, 1);
    /** Back at the question that it stood at, too: the link says that it is there before the question does. */
    const goLive = async (question: number): Promise<void> => {
      await own.getByRole('link', { name: 'Pause' }).click();
      await own.getByRole('link', { name: show.title }).click();
      await link(own, room, 'Omar');
      await room.getByRole('link', { name: elsewhere.toBoard }).click();
      await own.getByRole('link', { name: show.home }).click();
      await own
        .getByRole('link', { name: /Reprendre/ })
        .first()
        .click();
      await expect(stop(own)).toBeVisible();
      await standsAt(own, question);
    };
    await goLive(1);
    await row(room, 'Omar').getByRole('button', { name: board.remove }).click();
    await expect(bar(own)).toHaveText(live.bar.ended);
    await answer(own);
    await standsAt(own, 2);
    await check(own, 'a question, no longer live');
    await expect(room.getByText(board.empty)).toBeVisible();
    await own.getByRole('button', { name: live.bar.understood }).click();
    await expect(bar(own)).toHaveCount(0);

    await goLive(2);
    await expect(row(room, 'Omar')).toContainText(live.on);
    await own.reload();
    await expect(room.getByText(live.over('Omar'))).toBeVisible();
    await standsAt(own, 2);
    await goLive(2);
    await expect(row(room, 'Omar')).toContainText(live.on);
    await room.reload();
    await expect(bar(own)).toHaveText(live.bar.ended);
  } finally {
    await end();
  }
});

test('[ST-21] on a shared device it ends when the person leaves, and nothing of the next one is sent', async () => {
  const { own, room, address, end } = await twoDevices();
  try {
    await found(own, address);
    await welcome(own, 'Zoé', 'Le vélo');
    await own.getByRole('link', { name: 'Commencer le test' }).click();
    await own.getByRole('button', { name: 'Commencer' }).click();
    await standsAt(own, 1);
    await own.getByRole('link', { name: 'Pause' }).click();
    await own.getByRole('link', { name: show.title }).click();
    await link(own, room, 'Zoé');
    await room.getByRole('link', { name: elsewhere.toBoard }).click();
    await own.getByRole('button', { name: station.turn.help }).click();
    await expect(row(room, 'Zoé').getByRole('button', { name: board.asked })).toBeVisible();
    await check(own, 'go live: live, on a shared device');
    await own.getByRole('link', { name: station.turn.finish }).click();
    await own.getByRole('button', { name: station.finish.erase }).click();
    await expect(own.getByRole('heading', { name: station.home.title })).toBeVisible();
    await expect(stop(own)).toHaveCount(0);
    await expect(room.getByText(live.over('Zoé'))).toBeVisible();
    await welcome(own, 'Ada', 'Le hibou');
    await expect(stop(own)).toHaveCount(0);
    await expect(room.getByRole('row')).toHaveCount(2);
  } finally {
    await end();
  }
});

test('[ST-21] a device that has no such links says so, and the code remains', async ({ browser }) => {
  const server = await ServerProcess.started();
  const context = await browser.newContext({ viewport: narrow });
  try {
    await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'RTCPeerConnection'));
    const room = await context.newPage();
    await room.goto(server.address);
    await readyOffline(room);
    await found(room, server.address);
    await enterRoom(room);
    await room.getByRole('link', { name: station.room.menu.board }).click();
    await room.getByRole('link', { name: live.link.title }).click();
    await expect(room.getByText(live.failed.notHere)).toBeVisible();
    await check(room, 'link live: not here');
    await room.getByRole('link', { name: elsewhere.title }).click();
    await expect(room.getByRole('heading', { name: elsewhere.title })).toBeVisible();
  } finally {
    await context.close();
    await server.stop('SIGKILL');
  }
});
