import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { layBallast } from '#lib/local/ballast.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import type { JournalEvent } from '../event.ts';
import { eventStoreContract } from '../event-store.contract.ts';
import { DexieEventStore } from './dexie-event-store.ts';

let made = 0;
function fresh(): LocalDatabase {
  made += 1;
  return new LocalDatabase(`journal-${made}`);
}

const named: JournalEvent = {
  type: 'learner.named',
  nickname: 'Lina',
  avatar: 'fox',
  at: 1,
  offsetMinutes: 60,
};
const entry = {
  id: 'o1',
  organisation: 'o',
  campaign: 'c',
  createdAt: 1,
  iv: new Uint8Array(12),
  body: new Uint8Array(3),
};

eventStoreContract('Dexie', () => new DexieEventStore(fresh()));

afterEach(() => {
  vi.restoreAllMocks();
});

test('[JN-4] an event and its entry in the outbox are written together or not at all', async () => {
  const database = fresh();
  const store = new DexieEventStore(database);
  expect(await store.append('l', 0, [named], { put: entry })).toMatchObject({ ok: true, value: 1 });
  expect(await store.append('l', 7, [named], { put: { ...entry, id: 'o2' } })).toMatchObject({
    reason: 'headMoved',
  });
  expect(await database.outbox.count()).toBe(1);
  expect(await store.append('l', 1, [named], { cancel: 'o1' })).toMatchObject({ ok: true });
  expect(await database.outbox.count()).toBe(0);
});

test('[JN-5] an entry that stands in a parcel is no longer cancelled', async () => {
  const database = fresh();
  const store = new DexieEventStore(database);
  await store.append('l', 0, [named], { put: { ...entry, first: 1, last: 4 } });
  expect(await store.append('l', 1, [named], { cancel: 'o1' })).toMatchObject({ reason: 'alreadyLeft' });
  expect((await store.read('l')).head).toBe(1);
});

test('[JN-6] a full storage frees the ballast and writes; without ballast it is said, and nothing is half written', async () => {
  const database = fresh();
  const store = new DexieEventStore(database);
  await layBallast(database);
  const full = Object.assign(new Dexie.AbortError('aborted', new DOMException('full', 'QuotaExceededError')));
  const add = vi.spyOn(database.events, 'bulkAdd').mockRejectedValueOnce(full);
  expect(await store.append('l', 0, [named])).toMatchObject({ ok: true, value: 1 });
  expect(await database.kept.get('ballast')).toBeUndefined();
  add.mockRejectedValueOnce(full);
  expect(await store.append('l', 1, [named])).toMatchObject({ ok: false, reason: 'storageFull' });
  expect((await store.read('l')).events).toHaveLength(1);
});

test('[JN-7] a dead handle is reopened a bounded number of times, then said', async () => {
  const database = fresh();
  const store = new DexieEventStore(database);
  const dead = new Dexie.InvalidStateError('lost');
  vi.spyOn(database.events, 'bulkAdd').mockRejectedValueOnce(dead);
  expect(await store.append('l', 0, [named])).toMatchObject({ ok: true });
  vi.spyOn(database.events, 'bulkAdd').mockRejectedValue(dead);
  expect(await store.append('l', 1, [named])).toMatchObject({ ok: false, reason: 'storageClosed' });
});
