import { expect, type Page } from '@playwright/test';
import { station } from '#lib/i18n/messages/fr/station.ts';
import type { CodePicture } from '#lib/station/picture-code.ts';
import { readyOffline } from './device.ts';
import type { ServerProcess } from './server-process.ts';

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

/** The same on a device's first visit: all is there before, and no network is left after. */
export async function foundOffline(page: Page, server: ServerProcess): Promise<void> {
  await page.goto(server.address);
  await readyOffline(page);
  await server.stop();
  await found(page, server.address);
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

/** Opens the mediator's room from the first screen. */
export async function enterRoom(page: Page): Promise<void> {
  await page.getByRole('link', { name: station.home.room }).click();
  await page.getByLabel(station.found.secret).fill(mediatorSecret);
  await page.getByRole('button', { name: station.room.enter }).click();
  await expect(page.getByRole('link', { name: station.room.menu.board })).toBeVisible();
}

/**
 * What a page could open that has no secret: for each picture whether its journal opens with what the device holds, and how many
 * other journals open with the same key.
 */
export function openableJournals(
  page: Page,
): Promise<readonly { readonly avatar: string; readonly own: boolean; readonly others: number }[]> {
  return page.evaluate(async () => {
    interface Person {
      readonly learner: string;
      readonly avatar: string;
      readonly deviceKey: CryptoKey;
      readonly wrapped: Uint8Array<ArrayBuffer>;
    }
    interface Row {
      readonly learner: string;
      readonly seq: number;
      readonly body: Uint8Array<ArrayBuffer>;
    }
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const opened = async (
      key: CryptoKey,
      locked: Uint8Array<ArrayBuffer>,
      context: string,
    ): Promise<ArrayBuffer | undefined> => {
      const additionalData = new TextEncoder().encode(context);
      const parameters = { name: 'AES-GCM', iv: locked.slice(0, 12), additionalData };
      return crypto.subtle.decrypt(parameters, key, locked.slice(12)).catch(() => undefined);
    };
    const database = await settled(indexedDB.open('jalon'));
    const stores = database.transaction(['people', 'events']);
    const people = (await settled(stores.objectStore('people').getAll())) as Person[];
    const rows = (await settled(stores.objectStore('events').getAll())) as Row[];
    database.close();
    const opens = async (key: CryptoKey, { learner, seq, body }: Row): Promise<boolean> =>
      (await opened(key, body, `jalon journal 1\n${learner}\n${seq}`)) !== undefined;
    return Promise.all(
      people.map(async ({ learner, avatar, deviceKey, wrapped }) => {
        const inner = await opened(deviceKey, wrapped, 'jalon station device 1');
        const key = await crypto.subtle
          .importKey('raw', inner ?? new ArrayBuffer(0), 'AES-GCM', false, ['decrypt'])
          .catch(() => undefined);
        let [own, others] = [key !== undefined, 0];
        for (const row of key === undefined ? [] : rows) {
          const isOpen = await opens(key!, row);
          if (row.learner === learner) own &&= isOpen;
          else if (isOpen) others += 1;
        }
        return { avatar, own, others };
      }),
    );
  });
}
