import { expect, test } from '@playwright/test';
import { held, startTest, phone } from './bad-input-page.ts';
import { answer, readyOffline, standsAt } from './device.ts';
import { ServerProcess } from './server-process.ts';

const refused =
  'Le contenu reçu ne vient pas de la bonne source. Il a été refusé. L’ancien contenu reste en place.';
let server: ServerProcess;
test.use({ viewport: phone });
test.beforeAll(async () => {
  server = await ServerProcess.started();
});
test.afterAll(async () => server.stop('SIGKILL'));

test('content that the publisher did not sign is refused in words, and the old one still serves', async ({
  page,
  context,
}) => {
  await page.goto(server.address);
  await readyOffline(page);
  await startTest(page);
  await answer(page);
  await standsAt(page, 2);
  const before = await held(page);
  const manifest = /\/bundles\/socle\/manifest\.json$/;
  const signature = /\/bundles\/socle\/manifest\.sig$/;
  const tampering = (): Promise<unknown> =>
    context.route(manifest, async (route) => {
      const text = await (await route.fetch()).text();
      await route.fulfill({
        contentType: 'application/json',
        body: text.replace('"revision":1', '"revision":2'),
      });
    });
  const unsigning = (): Promise<unknown> =>
    context.route(signature, (route) => route.fulfill({ status: 404, json: { reason: 'notFound' } }));
  const missigning = (): Promise<unknown> =>
    context.route(signature, (route) =>
      route.fulfill({ contentType: 'application/octet-stream', body: Buffer.alloc(64, 7) }),
    );
  for (const interfere of [tampering, unsigning, missigning]) {
    await interfere();
    await page.goto(server.address);
    await expect(page.getByText(refused)).toBeVisible();
    await page.getByRole('link', { name: 'Reprendre à la question 2 sur 10' }).click();
    await standsAt(page, 2);
    await context.unrouteAll();
  }
  expect(await held(page)).toEqual(before);
  await page.goto(server.address);
  await readyOffline(page);
});

test('a chunk with one byte changed is refused in words at a first visit, and « Réessayer » mends it', async ({
  page,
  context,
  browser,
}) => {
  await context.route(/\/bundles\/socle\/chunks\//, async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ contentType: 'application/octet-stream', body: body.fill(body[9]! ^ 1, 9, 10) });
  });
  await page.goto(server.address);
  await expect(page.getByText('Un fichier est arrivé abîmé. Rien n’est perdu. Réessayez.')).toBeVisible();
  expect((await held(page)).revisions).toEqual([]);
  const english = await browser.newPage({ locale: 'en-GB', viewport: phone });
  await english.route(/\/bundles\/socle\/manifest\.sig$/, (route) =>
    route.fulfill({ status: 404, body: '' }),
  );
  await english.goto(server.address);
  await expect(english.getByText('The content received does not come from the right source.')).toBeVisible();
  await english.close();
  await context.unrouteAll();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await readyOffline(page);
  expect((await held(page)).revisions).toEqual([1]);
});

test('a device whose network failed at the first visit gets ready by itself when the network comes back', async ({
  page,
  context,
}) => {
  await context.route(/\/bundles\/socle\/chunks\//, (route) => route.abort('internetdisconnected'));
  await page.goto(server.address);
  await expect(page.getByText('Pas encore prêt\u00a0: il faut internet une première fois.')).toBeVisible();
  await context.setOffline(true);
  await context.unrouteAll();
  await context.setOffline(false);
  await readyOffline(page);
});

test('a chunk that broke off goes on from its last byte: the second request asks for the rest, and only it travels', async ({
  page,
  context,
}) => {
  const asked: { from: number; status: number; bytes: number; whole: number }[] = [];
  let cut: string | undefined;
  await context.route(/\/bundles\/socle\/chunks\//, async (route) => {
    const url = route.request().url();
    const range = await route.request().headerValue('range');
    const answered = await route.fetch();
    const body = await answered.body();
    if (cut === undefined) {
      cut = url;
      asked.push({ from: 0, status: 200, bytes: 2_000, whole: body.length });
      await route.fulfill({ contentType: 'application/octet-stream', body: body.subarray(0, 2_000) });
      return;
    }
    if (url === cut) {
      const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
      asked.push({ from, status: answered.status(), bytes: body.length, whole: asked[0]!.whole });
    }
    await route.fulfill({ response: answered, body });
  });
  await page.goto(server.address);
  await readyOffline(page);
  const whole = asked[0]!.whole;
  expect(asked.slice(1)).toEqual([{ from: 2_000, status: 206, bytes: whole - 2_000, whole }]);
});

test('content that the device lost is told in words, and « Réessayer » brings the very question back', async ({
  page,
  context,
}) => {
  await page.goto(server.address);
  await readyOffline(page);
  await startTest(page);
  await answer(page);
  await standsAt(page, 2);
  const asked = await page.locator('.instruction').innerText();
  const before = await held(page);
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('jalon');
      opening.onsuccess = () => resolve(opening.result);
    });
    await new Promise((resolve) => {
      const transaction = database.transaction('chunks', 'readwrite');
      transaction.objectStore('chunks').clear();
      transaction.oncomplete = resolve;
    });
    database.close();
  });
  await context.route(/\/bundles\//, (route) => route.abort());
  await page.reload();
  await expect(page.getByText('Le contenu de ce test n’est plus sur l’appareil.')).toBeVisible();
  await context.unrouteAll();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await standsAt(page, 2);
  expect(await page.locator('.instruction').innerText()).toBe(asked);
  expect(await held(page)).toEqual(before);
});
