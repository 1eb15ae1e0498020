import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { layBallast } from '#lib/local/ballast.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import type { JournalEvent } from '../event.ts';
import { eventStoreContract } from '../event-store.contract.ts';
import { DexieEventStore } from './dexie-event-store.ts';
import { sealedCodec } from './sealed-codec.ts';
import { generateBoxKey } from '#lib/base/platform/secret-box.ts';
import { textOf } from '#lib/base/bytes.ts';

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

const key = await generateBoxKey();
async function person(database: LocalDatabase, learner: string): Promise<void> {
  await database.people.put({
    ...{ learner, avatar: 'fox', number: 1, lock: 'none', deviceKey: key, wrapped: new Uint8Array(1) },
    ...{ salt: new Uint8Array(1), iterations: 1, tries: { failed: 0, waitMs: 0 } },
    ...{ usedDay: 'day', needsHelp: false, isNoticed: false },
  });
}

eventStoreContract('Dexie', () => new DexieEventStore(fresh()));
eventStoreContract('Dexie, sealed', () => {
  const database = fresh();
  void person(database, 'l');
  void person(database, 'm');
  return new DexieEventStore(database, sealedCodec(key));
});

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

test('[JN-8] no body is readable, and none opens elsewhere, with another key, or changed', async () => {
  const database = fresh();
  await person(database, 'l');
  const store = new DexieEventStore(database, sealedCodec(key));
  await store.append('l', 0, [named, { ...named, nickname: 'Omar' }]);
  const [first, second] = await database.events.toArray();
  expect(textOf(first!.body) + textOf(second!.body)).not.toMatch(/Lina|Omar|named/);
  const other = new DexieEventStore(database, sealedCodec(await generateBoxKey()));
  await expect(other.read('l')).rejects.toThrow();
  await database.events.put({ ...first!, seq: 3 });
  await expect(store.read('l')).rejects.toThrow();
  await database.events.delete(['l', 3]);
  await database.events.put({ ...first!, learner: 'm', seq: 1 });
  await expect(store.read('m')).rejects.toThrow();
  const changed = first!.body.with(20, first!.body[20]! ^ 1);
  await database.events.put({ ...first!, body: changed });
  await expect(store.read('l')).rejects.toThrow();
});

test('[JN-9] on a shared device nothing is written in clear, nor for somebody who is gone', async () => {
  const database = fresh();
  await person(database, 'l');
  const sealed = new DexieEventStore(database, sealedCodec(key));
  expect(await sealed.append('gone', 0, [named])).toMatchObject({ ok: false, reason: 'locked' });
  expect(await sealed.append('l', 0, [named])).toMatchObject({ ok: true });
  await database.stations.put({
    ...{ id: 'station', salt: new Uint8Array(1), iterations: 1, deviceKey: key, wrapped: new Uint8Array(1) },
    ...{ publicKey: new Uint8Array(1), tries: { failed: 0, waitMs: 0 }, days: [] },
  });
  expect(await new DexieEventStore(database).append('p', 0, [named], { put: entry })).toMatchObject({
    ok: false,
    reason: 'locked',
  });
  expect(await database.events.count()).toBe(1);
  expect(await database.outbox.count()).toBe(0);
});
