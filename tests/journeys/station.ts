import { expect, type Page } from '@playwright/test';
import { station } from '#lib/i18n/messages/fr/station.ts';
import type { CodePicture } from '#lib/station/picture-code.ts';

const mediatorSecret = 'epn-valbruyere';

/** Makes the device that a page shows a station, from the settings. */
export async function found(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/settings`);
  await page.getByRole('link', { name: 'Prêter cet appareil à plusieurs personnes' }).click();
  await page.getByRole('button', { name: station.found.offer }).click();
  await page.getByLabel(station.found.secret).fill(mediatorSecret);
  await page.getByLabel(station.found.again).fill(mediatorSecret);
  await page.getByRole('button', { name: station.found.submit }).click();
  await expect(page.getByRole('heading', { name: station.home.title })).toBeVisible();
}

/** Lets a new person in. */
export async function welcome(page: Page, nickname: string, avatar: string): Promise<void> {
  await page.getByRole('link', { name: station.home.fresh }).click();
  await page.getByLabel('Votre surnom').fill(nickname);
  await page.getByLabel(avatar, { exact: true }).check();
  await page.getByRole('button', { name: station.fresh.begin }).click();
  await expect(page.getByRole('group', { name: station.turn.menu })).toBeVisible();
}

/** Taps the pictures of a code and confirms. */
export async function tapCode(page: Page, pictures: readonly CodePicture[]): Promise<void> {
  for (const picture of pictures)
    await page.getByRole('button', { name: station.code.pictures[picture], exact: true }).click();
  await page.getByRole('button', { name: station.code.submit }).click();
}

/** Keeps the journal of the guest at hand under a code, and hands over. */
export async function keepByCode(page: Page, pictures: readonly CodePicture[]): Promise<void> {
  await page.getByRole('link', { name: station.turn.finish }).click();
  await page.getByRole('link', { name: station.finish.keep }).click();
  await page.getByRole('button', { name: station.keep.code }).click();
  await expect(page.getByRole('heading', { name: station.keep.choose })).toBeVisible();
  await tapCode(page, pictures);
  await expect(page.getByRole('heading', { name: station.keep.again })).toBeVisible();
  await tapCode(page, pictures);
  await expect(page.getByRole('heading', { name: station.keep.done })).toBeVisible();
}

/** All that the device's database holds, as text: what somebody finds who reads its disk. */
export function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const texts: string[] = [];
    const visit = (value: unknown): void => {
      if (value instanceof Uint8Array) texts.push(new TextDecoder('latin1').decode(value));
      else if (typeof value === 'string') texts.push(value);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
    };
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        // Content is the same for everybody.
        if (['chunks', 'partials', 'revisions'].includes(store)) continue;
        const objects = database.transaction(store).objectStore(store);
        visit(await settled(objects.getAll()));
        visit(await settled(objects.getAllKeys()));
      }
      database.close();
    }
    return texts.join('\n');
  });
}
