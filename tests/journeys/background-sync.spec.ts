import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { answer, begin, Device, readyOffline, sendResult, standsAt } from './device.ts';
import { ServerProcess } from './server-process.ts';
import { joinLink, openCampaign } from './staff.ts';

/** The id of the registration of this origin's service worker, as the browser's own tools name it. */
async function registrationOf(tools: CDPSession, address: string): Promise<string> {
  const registered = new Promise<string>((resolve) => {
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const mine = registrations.find((each) => each.scopeURL.startsWith(address));
      if (mine !== undefined) resolve(mine.registrationId);
    });
  });
  await tools.send('ServiceWorker.enable');
  return registered;
}

async function finishTest(page: Page): Promise<void> {
  for (let question = 1; question <= 10; question += 1) {
    await standsAt(page, question);
    await answer(page);
  }
}

test('with every page closed, the service worker sends what was agreed once the browser wakes it', async () => {
  const server = await ServerProcess.started();
  const office = await Device.new({ width: 1280, height: 800 });
  const telephone = await Device.new();
  try {
    const desk = await office.open();
    await openCampaign(desk, server.address, 'Bilan de rentrée');
    const campaign = desk.url();
    const link = await joinLink(desk);
    const page = await telephone.open();
    await page.goto(link);
    await page.getByRole('button', { name: 'Rejoindre' }).click();
    await begin(page, 'Amine');
    await finishTest(page);
    await page.goto(server.address);
    await readyOffline(page);
    await server.stop();
    await page.getByRole('link', { name: 'Voir mon résultat' }).click();
    await sendResult(page);
    await expect(page.getByText('En attente d’envoi', { exact: true })).toBeVisible();

    // The page asked to be woken: nothing else brings the event below.
    const tags = await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.ready) as unknown as {
        sync: { getTags(): Promise<string[]> };
      };
      return registration.sync.getTags().catch(() => null);
    });
    // The npm package's browser has Background Sync switched off; there the open page carries, as on an iPhone.
    test.skip(tags === null, 'this browser has Background Sync switched off');
    expect(tags).toEqual(['jalon-sync']);
    const tools = await page.context().newCDPSession(page);
    const registrationId = await registrationOf(tools, server.address);
    await page.goto('about:blank');
    await server.start();
    await tools.send('ServiceWorker.dispatchSyncEvent', {
      origin: server.address,
      registrationId,
      tag: 'jalon-sync',
      lastChance: false,
    });
    await expect
      .poll(
        async () => {
          await desk.goto(campaign);
          return desk.getByRole('row').filter({ hasText: 'Amine' }).count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    await page.goto(`${server.address}/sent`);
    await expect(page.getByText('Bien reçu')).toBeVisible();
  } finally {
    await telephone.close();
    await office.close();
    await server.stop('SIGKILL');
  }
});
