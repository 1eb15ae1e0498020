import { expect, test } from '@playwright/test';
import { station } from '#lib/i18n/messages/fr/station.ts';
import { answer, Device, readyOffline, standsAt } from './device.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { everythingKept, found, keepByCode, tapCode, welcome } from './station.ts';

const code = ['sun', 'moon', 'star', 'sun'] as const;
const wrong = ['moon', 'moon', 'star', 'sun'] as const;

test('two people on one tablet: sealed, kept by a code, five wrong codes, a crash and a return', async () => {
  const server = await ServerProcess.started();
  const tablet = await Device.new(narrow);
  try {
    let page = await tablet.open();
    await page.goto(server.address);
    await readyOffline(page);
    await server.stop();
    await found(page, server.address);
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
