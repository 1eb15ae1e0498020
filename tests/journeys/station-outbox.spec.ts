import { expect, test } from '@playwright/test';
import { station } from '#lib/i18n/messages/fr/station.ts';
import { Device, joinAndTakeTest, readyOffline, sendResult } from './device.ts';
import { narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { joinLink, openCampaign } from './staff.ts';
import { found, welcome } from './station.ts';

test('[ST-6] what a guest agreed to send leaves after they erased all the rest, while the tablet is locked', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const server = await ServerProcess.started();
  const office = await Device.new({ width: 1280, height: 800 });
  const tablet = await browser.newContext({ viewport: narrow });
  try {
    const desk = await office.open();
    await openCampaign(desk, server.address, 'Bilan de rentrée');
    const campaign = desk.url();
    const card = new URL(await joinLink(desk)).hash;
    const page = await tablet.newPage();
    await page.goto(server.address);
    await readyOffline(page);
    await server.stop();

    await found(page, server.address);
    await welcome(page, 'Lina', 'Le renard');
    await page.getByRole('link', { name: 'J’ai un code ou une carte' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'carte.txt', mimeType: 'text/plain', buffer: Buffer.from(card) });
    await joinAndTakeTest(page, 'Lina');
    await sendResult(page);
    await expect(page.getByText('En attente d’envoi', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: station.turn.finish }).last().click();
    await expect(page.getByText(station.finish.sent)).toBeVisible();
    await page.getByRole('button', { name: station.finish.erase }).click();
    await expect(page.getByText(station.home.erased)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Le renard' })).toHaveCount(0);

    await server.start();
    await page.goto(`${server.address}/station`);
    await expect(async () => {
      await desk.goto(campaign);
      await expect(desk.getByRole('row').filter({ hasText: 'Lina' })).toHaveCount(1);
    }).toPass();
  } finally {
    await tablet.close();
    await office.close();
    await server.stop('SIGKILL');
  }
});
