import { expect, test } from '@playwright/test';
import encodeQR from 'qr';
import { digest } from '#lib/base/platform/crypto.ts';
import { station } from '#lib/i18n/messages/fr/station.ts';
import { printCard } from '#lib/station/return-card.ts';
import { answer, Device, standsAt } from './device.ts';
import { keyboard } from './hand.ts';
import { axeFaults, check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { everythingKept, keepByCode, tapCode, welcome, foundOffline } from './station.ts';

/** A white point. */
const blank =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';
const code = ['sun', 'moon', 'star', 'sun'] as const;
const wrong = ['moon', 'moon', 'star', 'sun'] as const;

test('two people on one tablet: sealed, kept by a code, five wrong codes, a crash and a return', async () => {
  const server = await ServerProcess.started();
  const tablet = await Device.new(narrow);
  try {
    let page = await tablet.open();
    await foundOffline(page, server);
    await check(page, 'station, nobody yet');

    await page.getByRole('link', { name: station.home.fresh }).click();
    await check(page, 'new person');
    await page.goto(`${server.address}/station`);
    await welcome(page, 'Marguerite-Odile', 'Le renard');
    await page.getByRole('link', { name: 'Commencer le test' }).click();
    await page.getByRole('button', { name: 'Commencer' }).click();
    for (let question = 1; question <= 3; question += 1) {
      await standsAt(page, question);
      await answer(page);
    }
    await standsAt(page, 4);
    await check(page, 'a question at a station');
    await keepByCode(page, code);
    await page.getByRole('link', { name: station.keep.onward }).click();
    await page.getByRole('link', { name: 'Reprendre à la question 4 sur 10' }).click();
    await standsAt(page, 4);
    const asked = await page.locator('.instruction').innerText();
    await tablet.kill();

    page = await tablet.open();
    await page.goto(`${server.address}/test`);
    await expect(page.getByRole('heading', { name: station.home.title })).toBeVisible();
    await expect(page.getByText('Marguerite-Odile')).toHaveCount(0);
    await check(page, 'station, one person');
    expect(await everythingKept(page)).not.toMatch(/Marguerite|response\.given|attempt\.started|"nickname"/);
    await page.getByRole('button', { name: 'Le renard' }).click();
    await check(page, 'picture code');
    for (const left of [4, 3, 2, 1]) {
      await tapCode(page, wrong);
      await expect(page.getByText(station.open.triesLeft(left))).toBeVisible();
    }
    await tapCode(page, wrong);
    await expect(page.getByText(station.open.wait(1))).toBeVisible();
    await check(page, 'picture code, to wait');
    await page.clock.install();
    await page.reload();
    await page.getByRole('button', { name: 'Le renard' }).click();
    await expect(page.getByText(station.open.wait(1))).toBeVisible();
    await expect(page.getByRole('button', { name: station.code.submit })).toBeDisabled();
    await page.clock.runFor(61_000);
    await tapCode(page, code);
    await standsAt(page, 4);
    expect(await page.locator('.instruction').innerText()).toBe(asked);
  } finally {
    await tablet.close();
    await server.stop('SIGKILL');
  }
});

test('[ST-8] five minutes of nothing ask, ten lock; the test goes on at its question', async ({
  browser,
}) => {
  const server = await ServerProcess.started();
  const tablet = await browser.newContext({ viewport: narrow });
  try {
    const page = await tablet.newPage();
    await foundOffline(page, server);
    await page.clock.install();
    await page.reload();
    await welcome(page, 'Omar', 'Le hibou');
    await page.getByRole('link', { name: 'Commencer le test' }).click();
    await page.getByRole('button', { name: 'Commencer' }).click();
    await standsAt(page, 1);
    await page.clock.runFor('05:00');
    const stay = page.getByRole('button', { name: station.turn.stay });
    await expect(page.getByRole('dialog', { name: station.turn.stillHere })).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
    await stay.click();
    await expect(stay).toHaveCount(0);
    await answer(page);
    await standsAt(page, 2);
    const asked = await page.locator('.instruction').innerText();
    await page.clock.runFor('04:59');
    await expect(stay).toHaveCount(0);
    await page.clock.runFor('05:01');
    await expect(page.getByText(station.home.locked)).toBeVisible();
    await expect(page.locator('.instruction')).toHaveCount(0);
    await page.goBack();
    await expect(page.getByRole('heading', { name: station.home.title })).toBeVisible();
    await page.getByRole('button', { name: 'Le hibou' }).click();
    await standsAt(page, 2);
    expect(await page.locator('.instruction').innerText()).toBe(asked);
  } finally {
    await tablet.close();
    await server.stop('SIGKILL');
  }
});

test('a card opens its journal; something else, a slip and a stranger’s card are refused in plain words', async ({
  browser,
}) => {
  const server = await ServerProcess.started();
  const tablet = await browser.newContext({ viewport: narrow });
  const refused = station.card.refused;
  try {
    const page = await tablet.newPage();
    const show = async (name: string, buffer: Buffer): Promise<void> =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
    await foundOffline(page, server);
    await welcome(page, 'Lina', 'Le vélo');
    await page.getByRole('link', { name: station.turn.finish }).click();
    await check(page, 'finish, a guest', 0);
    await page.getByRole('link', { name: station.finish.keep }).click();
    await check(page, 'keep', 0);
    await page.getByRole('button', { name: station.keep.card }).click();
    await expect(page.getByRole('img', { name: station.keep.cardFor })).toBeVisible();
    await check(page, 'card to print');
    const picture = await page.getByRole('img', { name: station.keep.cardFor }).screenshot();
    const letters = await page.locator('.letters').innerText();
    await page.getByRole('button', { name: station.keep.cardKept }).click();
    await page.getByRole('link', { name: station.finish.title }).last().click();
    await page.getByRole('button', { name: station.finish.leave }).click();
    await expect(page.getByText(station.home.left)).toBeVisible();

    await page.getByRole('link', { name: station.home.card }).click();
    await check(page, 'a card');
    await show('blank.png', Buffer.from(blank, 'base64'));
    await expect(page.getByText(refused.noCode)).toBeVisible();
    await show('other.gif', Buffer.from(encodeQR('WIFI:S:maison;T:WPA;P:secret;;', 'gif')));
    await expect(page.getByText(refused.notACard)).toBeVisible();
    const stranger = await printCard(new Uint8Array(16), digest);
    await show('stranger.gif', Buffer.from(encodeQR(stranger, 'gif')));
    await expect(page.getByText(station.open.unknownCard)).toBeVisible();
    const field = page.getByLabel(station.card.letters);
    await field.fill(letters.startsWith('Z') ? `Y${letters.slice(1)}` : `Z${letters.slice(1)}`);
    await page.getByRole('button', { name: station.card.submit }).click();
    await expect(page.getByText(refused.mistypedCard)).toBeVisible();
    await show('card.png', picture);
    await expect(page.getByRole('group', { name: station.turn.menu })).toBeVisible();

    // By its letters, with the keyboard alone.
    await keyboard.press(page.getByRole('link', { name: station.turn.finish }));
    await keyboard.press(page.getByRole('button', { name: station.finish.leave }));
    await keyboard.press(page.getByRole('link', { name: station.home.card }));
    await keyboard.fill(field, letters.toLowerCase());
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: station.turn.menu })).toBeVisible();
    await page.goto(`${server.address}/data`);
    await expect(page.getByRole('heading', { name: station.home.title })).toBeVisible();
  } finally {
    await tablet.close();
    await server.stop('SIGKILL');
  }
});
