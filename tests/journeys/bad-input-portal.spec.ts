import { expect, test, type BrowserContext } from '@playwright/test';
import { codeOf, rowsOf } from './api-device.ts';
import { expectDense, faultsOf, held, phone, takeAndSend } from './bad-input-page.ts';
import { readyOffline } from './device.ts';
import { ServerProcess } from './server-process.ts';

let server: ServerProcess;
test.use({ viewport: phone });
test.beforeAll(async () => {
  server = await ServerProcess.started();
});
test.afterAll(async () => server.stop('SIGKILL'));

/** Every answer from here on is the page of the place's Wi-Fi, with status 200. */
const behindPortal = (context: BrowserContext, addresses = /\/(api|bundles)\//): Promise<unknown> =>
  context.route(addresses, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Wi-Fi</title><p>Bienvenue</p>' }),
  );

test('a first visit behind a captive portal says that there is no internet yet, and recovers', async ({
  page,
  context,
}) => {
  const faults = faultsOf(page);
  await behindPortal(context);
  await page.goto(server.address);
  await expect(page.getByText('Pas encore prêt : il faut internet une première fois.')).toBeVisible();
  await context.unrouteAll();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await readyOffline(page);
  expect(faults).toEqual([]);
});

test('behind a captive portal a result stays « En attente d’envoi », and is received once when the network is true', async ({
  page,
  context,
}) => {
  const faults = faultsOf(page);
  const [{ card }] = rowsOf<{ card: string }>(
    server,
    `select card from campaign where title_fr like 'Bilan%'`,
  ) as [{ card: string }];
  await page.goto(server.address);
  await readyOffline(page);
  await behindPortal(context);
  await page.goto(`${server.address}/about`);
  await takeAndSend(page, `${server.address}/join#${card}`, 'Ida');
  const waiting = page.getByText('En attente d’envoi', { exact: true });
  await expect(waiting).toBeVisible();
  await page.getByRole('button', { name: 'Essayer maintenant' }).click();
  await expect(page.getByRole('button', { name: 'Essayer maintenant' })).toBeEnabled();
  await expect(waiting).toBeVisible();
  expect(await held(page)).toMatchObject({ outbox: [{ hasLeft: false, isReceived: false }] });

  // Home stays usable, and a code is kept, not called wrong.
  await page.goto(server.address);
  await readyOffline(page);
  await expect(page.getByText('En attente d’envoi : 1 résultat.')).toBeVisible();
  await page.getByRole('link', { name: 'J’ai un code ou une carte' }).click();
  await page.getByRole('textbox').fill(codeOf(server, 'Préparer les ateliers du jeudi'));
  await page.locator('button[type=submit]').click();
  await expect(page.getByText('Le code est gardé.')).toBeVisible();

  // A portal that lets a little through: what was sent is not taken for received.
  await context.unrouteAll();
  await behindPortal(context, /\/api\/sync$/);
  await page.goto(`${server.address}/sent`);
  await expect(page.getByText('Parti, réception pas encore confirmée')).toBeVisible();
  expect(await held(page)).toMatchObject({ outbox: [{ hasLeft: true, isReceived: false }] });
  expect(rowsOf(server, 'select * from event')).toEqual([]);

  await context.unrouteAll();
  await page.reload();
  await expect(page.getByText('Bien reçu')).toBeVisible();
  const now = await held(page);
  expectDense(now);
  expect(now).toMatchObject({ answers: 10, outbox: [{ hasLeft: true, isReceived: true }] });
  await expect
    .poll(() => rowsOf(server, 'select nickname from participation'))
    .toEqual([{ nickname: 'Ida' }]);
  expect(faults).toEqual([]);
});
