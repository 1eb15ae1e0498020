import { expect, test } from '@playwright/test';
import { station } from '#lib/i18n/messages/fr/station.ts';
import { Device, standsAt } from './device.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { joinLink, openCampaign } from './staff.ts';
import { welcome, foundOffline } from './station.ts';

test('the link of a poster opened on a locked tablet is for whoever comes in next, and for nobody after', async ({
  browser,
}) => {
  const server = await ServerProcess.started();
  const office = await Device.new({ width: 1280, height: 800 });
  const tablet = await browser.newContext({ viewport: narrow });
  try {
    const desk = await office.open();
    await openCampaign(desk, server.address, 'Bilan de rentrée');
    const link = await joinLink(desk);
    const page = await tablet.newPage();
    await foundOffline(page, server);

    await page.goto(link);
    await expect(page.getByText(station.home.invited)).toBeVisible();
    await check(page, 'station, somebody invited');
    await welcome(page, 'Lina', 'Le renard');
    await expect(page.getByText('Bilan de rentrée')).toBeVisible();
    await page.getByRole('button', { name: 'Rejoindre' }).click();
    await page.getByRole('button', { name: 'Commencer' }).click();
    await standsAt(page, 1);
    await page.getByRole('link', { name: station.turn.finish }).click();
    await page.getByRole('button', { name: station.finish.erase }).click();
    await expect(page.getByText(station.home.erased)).toBeVisible();
    await expect(page.getByText(station.home.invited)).toHaveCount(0);
  } finally {
    await tablet.close();
    await office.close();
    await server.stop('SIGKILL');
  }
});
