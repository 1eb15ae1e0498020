import { readFile } from 'node:fs/promises';
import { expect, request, test, type Page } from '@playwright/test';
import { digest } from '#lib/base/platform/crypto.ts';
import { certificateIn } from '#lib/campaigns/card.ts';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import { organisation } from '#lib/i18n/messages/fr/organisation.ts';
import { roads } from '#lib/i18n/messages/fr/roads.ts';
import { makePack, readPack } from '#lib/sync/parcel-pack.ts';
import { ApiDevice, codeOf, rowsOf } from './api-device.ts';
import { joinAndTakeTest, readyOffline, sendResult } from './device.ts';
import { axeFaults, check, narrow, wide } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { joinLink, openCampaign } from './staff.ts';

const { carry, give, handOver, pictures } = roads;

/** Presses the button of a file, and gives what was saved. */
async function savedFile(page: Page, name: string = give.file): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^jalon-\d{4}-\d\d-\d\d\.jalon-colis$/);
  return readFile(await file.path());
}

async function bring(page: Page, buffer: Buffer): Promise<void> {
  const file = { name: 'jalon.jalon-colis', mimeType: 'application/octet-stream', buffer };
  await page.getByLabel(carry.file).setInputFiles(file);
}

/** Goes to where results are carried, as a person does. */
async function openCarry(page: Page, server: ServerProcess): Promise<void> {
  await page.goto(`${server.address}/sent`);
  await page.getByRole('link', { name: learner.sent.carry }).click();
  await expect(page.getByRole('heading', { level: 1, name: carry.title })).toBeVisible();
}

const code = (page: Page) => page.getByRole('img', { name: pictures.label });

/** Takes a picture of each code that is shown, one after the other. */
async function photographed(page: Page, count: number): Promise<Buffer[]> {
  const photos: Buffer[] = [];
  for (let number = 0; number < count; number += 1) {
    await expect(page.locator(`[data-number="${number}"]`)).toBeVisible();
    await expect(code(page)).toHaveJSProperty('isConnected', true);
    photos.push(await code(page).screenshot());
    if (number + 1 < count) await page.getByRole('button', { name: pictures.step }).click();
  }
  return photos;
}

async function readPhotos(page: Page, photos: readonly Buffer[]): Promise<void> {
  const files = photos.map((buffer, place) => ({ name: `${place}.png`, mimeType: 'image/png', buffer }));
  await page.getByLabel(carry.photos).setInputFiles(files);
}

test('a result goes by file to somebody else’s telephone, from there to the organisation, and the proof comes back', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const server = await ServerProcess.started();
  const [own, other] = [
    await browser.newContext({ viewport: narrow }),
    await browser.newContext({ viewport: narrow }),
  ];
  try {
    const desk = await browser.newPage();
    await openCampaign(desk, server.address, 'Préparer les ateliers du jeudi');
    const campaign = desk.url();
    const link = await joinLink(desk);
    const [page, carrier] = [await own.newPage(), await other.newPage()];
    for (const each of [page, carrier]) {
      await each.goto(server.address);
      await readyOffline(each);
    }
    await server.stop();

    await page.goto(link);
    await joinAndTakeTest(page, 'Lina');
    await sendResult(page);
    await expect(page.getByText('En attente d’envoi', { exact: true })).toBeVisible();

    await page.goto(`${server.address}/sent`);
    await page.getByRole('link', { name: learner.sent.handOverButton }).click();
    await expect(page.getByText(handOver.waiting(1, 'EPN de Valbruyère'))).toBeVisible();
    await check(page, 'hand over');
    const file = await savedFile(page);
    await expect(page.getByText(handOver.left)).toBeVisible();
    await check(page, 'hand over, left');

    await openCarry(carrier, server);
    await check(carrier, 'carry');
    for (const [wrong, reason] of [
      [Buffer.from('Bonjour'), 'notAPack'],
      [file.subarray(0, file.length / 2), 'cutPack'],
      [Buffer.concat([file.subarray(0, 60), Buffer.from([1]), file.subarray(61)]), 'damagedPack'],
      [Buffer.concat([file.subarray(0, 2), Buffer.from([9]), file.subarray(3)]), 'newerPack'],
    ] as const) {
      await bring(carrier, wrong);
      await expect(carrier.getByText(carry.refused[reason])).toBeVisible();
    }
    await check(carrier, 'carry, refused');
    await bring(carrier, file);
    await expect(carrier.getByText(carry.fresh(1))).toBeVisible();
    await expect(carrier.getByText('EPN de Valbruyère')).toBeVisible();
    await expect(carrier.getByText(carry.waiting(1))).toBeVisible();
    await check(carrier, 'carry, one result');
    await carrier.getByRole('button', { name: carry.now }).click();
    await expect(carrier.getByText(carry.noNetwork)).toBeVisible();

    // The same by one still picture: the very same parcel.
    await page.getByRole('button', { name: give.pictures }).click();
    await expect(page.getByText(pictures.one)).toBeVisible();
    await check(page, 'one picture');
    await readPhotos(carrier, await photographed(page, 1));
    await expect(carrier.getByText(carry.known(1))).toBeVisible();
    await page.getByRole('button', { name: pictures.done }).click();
    await page.goto(`${server.address}/sent`);
    await expect(page.getByText(learner.sent.status.left)).toBeVisible();

    // The telephone that the result comes from meets no network any more.
    await own.setOffline(true);
    await server.start();
    await carrier.reload();
    await expect(carrier.getByText(carry.receipts(1))).toBeVisible();
    await desk.goto(campaign);
    await expect(desk.getByRole('row').filter({ hasText: 'Lina' })).toHaveCount(1);
    await check(carrier, 'carry, a proof to bring back');
    const back = await savedFile(carrier);
    await openCarry(page, server);
    await bring(page, back);
    await expect(page.getByText(carry.confirmed)).toBeVisible();
    await page.goto(`${server.address}/sent`);
    await expect(page.getByText(learner.sent.status.received, { exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: learner.sent.handOverButton })).toHaveCount(0);

    await own.setOffline(false);
    await page.getByRole('button', { name: 'Envoyer à nouveau' }).click();
    await desk.goto(campaign);
    await expect(desk.getByRole('row').filter({ hasText: 'Lina' })).toHaveCount(1);
  } finally {
    await own.close();
    await other.close();
    await server.stop('SIGKILL');
  }
});

test('results of five people go from tablet to tablet by pictures, one of which is missed, and the proofs come back so', async ({
  browser,
}) => {
  const server = await ServerProcess.started();
  const [first, second] = [
    await browser.newContext({ viewport: { width: 768, height: 1024 }, reducedMotion: 'reduce' }),
    await browser.newContext({ viewport: narrow, reducedMotion: 'reduce' }),
  ];
  const api = await request.newContext();
  try {
    const [from, to] = [await first.newPage(), await second.newPage()];
    for (const each of [from, to]) {
      await each.goto(server.address);
      await readyOffline(each);
    }
    const parcels: Uint8Array[] = [];
    for (const nickname of ['Lina', 'Omar', 'Zoé', 'Jo', 'Ada']) {
      const device = await ApiDevice.joined(api, server, codeOf(server, 'Bilan de rentrée'));
      parcels.push(await device.parcel(await device.events(nickname)));
    }
    const count = (): unknown =>
      rowsOf(server, "select count(*) as people from event where type = 'attempt.completed'")[0];
    const before = count() as { readonly people: number };
    const card = await api.get(`${server.address}/api/cards/${codeOf(server, 'Bilan de rentrée')}`);
    const certificates = [certificateIn(await card.text())!];
    await server.stop();

    await openCarry(from, server);
    await bring(from, Buffer.from(await makePack({ parcels, receipts: [], certificates }, digest)));
    await expect(from.getByText(carry.fresh(5))).toBeVisible();
    await from.getByRole('button', { name: give.pictures }).click();
    await expect(from.getByText(/^Image 1 sur \d+$/)).toBeVisible();
    const all = Number(/\d+$/.exec(await from.getByText(/^Image 1 sur /).innerText())?.[0]);
    expect(all).toBeGreaterThan(3);
    await check(from, 'pictures');
    // One picture of the first turn is missed: what comes later makes up for it.
    const photos = await photographed(from, all + 5);
    await from.getByRole('button', { name: pictures.play }).click();
    const shown = async (): Promise<number> =>
      Number(await from.locator('[data-number]').getAttribute('data-number'));
    await expect.poll(shown).toBeGreaterThan(all + 6);
    await from.getByRole('button', { name: pictures.pause }).click();
    await from.getByRole('button', { name: pictures.done }).click();

    await openCarry(to, server);
    await readPhotos(to, [photos[2]!, photos[0]!]);
    await expect(to.getByText(carry.found(2, all))).toBeVisible();
    await check(to, 'carry, some pictures read');
    await readPhotos(to, [photos[0]!, ...photos.slice(3).toReversed()]);
    await expect(to.getByText(carry.fresh(5))).toBeVisible();
    await expect(to.getByText('EPN de Valbruyère')).toBeVisible();

    await first.setOffline(true);
    await server.start();
    await to.getByRole('button', { name: carry.now }).click();
    await expect(to.getByText(carry.receipts(5))).toBeVisible();
    expect(count()).toEqual({ people: before.people + 5 });
    await to.getByRole('button', { name: give.pictures }).click();
    await expect(to.getByText(/^Image 1 sur \d+$/)).toBeVisible();
    const proofs = Number(/\d+$/.exec(await to.getByText(/^Image 1 sur /).innerText())?.[0]);
    await openCarry(from, server);
    await readPhotos(from, await photographed(to, proofs));
    await expect(from.getByText(carry.forOthers(5)).first()).toBeVisible();
  } finally {
    await api.dispose();
    await first.close();
    await second.close();
    await server.stop('SIGKILL');
  }
});

test('the staff take a file in, see what it brought, and save the proofs', async ({ browser }) => {
  const server = await ServerProcess.started();
  const api = await request.newContext();
  try {
    const office = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const desk = await office.newPage();
    await openCampaign(desk, server.address, 'Bilan de rentrée');
    const device = await ApiDevice.joined(api, server, codeOf(server, 'Bilan de rentrée'));
    const parcels = [await device.parcel(await device.events('Nour'))];
    const buffer = Buffer.from(await makePack({ parcels, receipts: [], certificates: [] }, digest));
    await desk.getByRole('link', { name: organisation.campaign.back }).click();
    await desk.getByRole('link', { name: organisation.parcels.title }).click();
    const send = async (content: Buffer): Promise<void> => {
      const file = { name: 'a.jalon-colis', mimeType: 'application/octet-stream', buffer: content };
      await desk.getByLabel(organisation.parcels.file).setInputFiles(file);
      await desk.getByRole('button', { name: organisation.parcels.submit }).click();
    };
    await send(buffer.subarray(0, 300));
    await expect(desk.getByRole('alert')).toHaveText(organisation.parcels.faults.cutPack);
    await send(buffer);
    await expect(desk.getByText(organisation.parcels.fresh(1))).toBeVisible();
    expect(await axeFaults(desk)).toEqual([]);
    await send(buffer);
    await expect(desk.getByText(organisation.parcels.known(1))).toBeVisible();
    // Somebody of the staff may have a telephone only.
    await desk.setViewportSize(narrow);
    expect(await wide(desk)).toEqual([]);
    const download = desk.waitForEvent('download');
    await desk.getByRole('button', { name: organisation.parcels.receipts }).click();
    const proofs = await readPack(new Uint8Array(await readFile(await (await download).path())), digest);
    expect(proofs).toMatchObject({ ok: true, value: { receipts: [{}], certificates: [{}] } });
  } finally {
    await api.dispose();
    await server.stop('SIGKILL');
  }
});
