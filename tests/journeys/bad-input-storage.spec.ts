import { expect, test, type Page } from '@playwright/test';
import { codeOf } from './api-device.ts';
import { expectDense, faultsOf, held, startTest, phone } from './bad-input-page.ts';
import { answer, Device, readyOffline, standsAt } from './device.ts';
import { ServerProcess } from './server-process.ts';

let server: ServerProcess;
test.beforeAll(async () => {
  server = await ServerProcess.started();
});
test.afterAll(async () => server.stop('SIGKILL'));

/** Writes until the browser says that there is no room for even a few bytes more. */
function fillStorage(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('filler');
      opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('refused'));
    });
    for (let size = 65_536; size >= 64;) {
      const isKept = await new Promise<boolean>((resolve) => {
        const transaction = database.transaction('bytes', 'readwrite');
        transaction.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(size)));
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
      });
      if (!isKept) size = Math.floor(size / 2);
    }
    database.close();
  });
}

test('with no room left the ballast goes first; then nothing is shown as done, and the same answer is taken later', async () => {
  const telephone = await Device.new();
  try {
    const page = await telephone.open();
    const faults = faultsOf(page);
    const storage = await page.context().newCDPSession(page);
    const { origin } = new URL(server.address);
    const limit = (quotaSize?: number) =>
      storage.send('Storage.overrideQuotaForOrigin', {
        origin,
        ...(quotaSize !== undefined && { quotaSize }),
      });
    await limit(4_500_000);
    await page.goto(server.address);
    await readyOffline(page);
    await startTest(page);
    await expect.poll(async () => (await held(page)).hasBallast).toBe(true);
    await fillStorage(page);
    // Less is missing than what the ballast gives back.
    const { usage } = await storage.send('Storage.getUsageAndQuota', { origin });
    await limit(usage - 100_000);
    await answer(page);
    await standsAt(page, 2);
    expect(await held(page)).toMatchObject({ hasBallast: false, answers: 1 });

    await fillStorage(page);
    await limit(1);
    const before = await held(page);
    const option = page.locator('main input[type=radio]').first();
    const hasOption = await option.isVisible();
    if (hasOption) await option.check();
    const done = page.getByRole('button', { name: hasOption ? 'Valider' : 'Je ne sais pas' });
    await done.click();
    await expect(
      page.getByText('L’appareil n’a plus de place. Votre réponse n’est pas gardée.'),
    ).toBeVisible();
    await standsAt(page, 2);
    expect(await held(page)).toEqual(before);

    await limit();
    if (hasOption) await expect(option).toBeChecked();
    await done.click();
    await standsAt(page, 3);
    const after = await held(page);
    expectDense(after);
    expect(after.answers).toBe(2);
    expect(faults).toEqual([]);
  } finally {
    await telephone.close();
  }
});

for (const [how, refuse] of [
  [
    'throws',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    },
  ],
  [
    'is not there',
    () => {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    },
  ],
  [
    'fails to open',
    () => {
      // A version below the one that exists: the browser's own way to say no.
      IDBFactory.prototype.open = new Proxy(indexedDB.open.bind(indexedDB), {
        apply(open, _factory, [name]: [string]) {
          open(name, 900);
          return open(name, 1);
        },
      });
    },
  ],
] as const) {
  test(`where a database ${how}, the pages say so in words and nothing throws`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: phone,
      locale: how === 'throws' ? 'en-GB' : 'fr-BE',
    });
    await context.addInitScript(refuse);
    const page = await context.newPage();
    const faults = faultsOf(page);
    const closed =
      how === 'throws'
        ? 'This device does not let us keep your answers here. Leave private browsing'
        : 'Cet appareil ne permet pas de garder vos réponses ici. Quittez la navigation privée';
    await page.goto(server.address);
    await expect(page.getByText(closed).first()).toBeVisible();
    for (const path of [
      '/start',
      '/topics',
      '/settings',
      '/about',
      '/sent',
      '/result',
      '/answers',
      '/send',
      '/test',
      '/install',
    ]) {
      await page.goto(`${server.address}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    }
    await page.goto(`${server.address}/start`);
    await expect(page.getByText(closed).first()).toBeVisible();
    await page.goto(`${server.address}/join`);
    await page.getByRole('textbox').fill(codeOf(server, 'Bilan de rentrée'));
    await page.locator('button[type=submit]').click();
    await expect(page.getByText(closed).first()).toBeVisible();
    await expect(page.locator('button[type=submit]')).toBeEnabled();
    expect(faults).toEqual([]);
    await context.close();
  });
}
