import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digest } from '#lib/base/platform/crypto.ts';
import { utf8 } from '#lib/base/bytes.ts';
import { generateBoxKey } from '#lib/base/platform/secret-box.ts';
import { plainCodec, type JournalCodec } from '#lib/journal/journal-codec.ts';
import { DexieEventStore } from '#lib/journal/local/dexie-event-store.ts';
import { sealedCodec } from '#lib/journal/local/sealed-codec.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { writeBackup, type Backup } from '../backup.ts';
import { readBackup } from '../backup.ts';
import { eraseLearners, makeBackup, restoreBackup, type HeldJournal } from './device-backup.ts';

const backup: Backup = {
  learner: 'l1',
  madeAt: 1,
  events: ['{"a":1}', '{"b":2}'].map(utf8),
  parcels: [
    { organisation: 'o', device: 'old', from: 1, to: 2, head: Uint8Array.of(1), bytes: Uint8Array.of(9) },
  ],
  cards: [{ organisation: 'o', campaign: 'c', code: 'ABC', text: 'card' }],
};
let database: LocalDatabase;
let file: string;
let count = 0;

const held = (learner: string, codec: JournalCodec = plainCodec): HeldJournal => ({
  database,
  learner,
  store: new DexieEventStore(database, codec),
});

beforeEach(async () => {
  count += 1;
  database = new LocalDatabase(`backup-${count}`);
  file = await writeBackup(backup, digest);
  await database.learners.put({ learner: 'fresh', usedAt: 1 });
});
afterEach(() => database.close());

test('[BK-5] a restore brings all, under the learner of the backup; done again it brings nothing', async () => {
  expect(await restoreBackup(held('fresh'), file, 5)).toEqual({ ok: true, value: 2 });
  expect(await database.learners.toArray()).toEqual([{ learner: 'l1', usedAt: 5 }]);
  expect((await database.events.toArray()).map(({ learner, seq }) => [learner, seq])).toEqual([
    ['l1', 1],
    ['l1', 2],
  ]);
  const [parcel] = await database.parcels.toArray();
  expect(parcel).toEqual(backup.parcels[0]);
  expect(await database.identities.count()).toBe(0);
  await database.parcels.put({ ...parcel!, acknowledgedAt: 7 });
  expect(await restoreBackup(held('l1'), file, 6)).toEqual({ ok: true, value: 0 });
  expect((await database.parcels.toArray())[0]?.acknowledgedAt).toBe(7);
});

test('[BK-5] a write that fails in mid-restore leaves the device as it was', async () => {
  database.events.hook('creating', (_key, row) => {
    if (row.seq === 2) throw new DOMException('no room', 'QuotaExceededError');
  });
  const restored = await restoreBackup(held('fresh'), file, 5);
  expect(restored).toMatchObject({ ok: false, reason: 'storageFull' });
  expect(await database.learners.toArray()).toEqual([{ learner: 'fresh', usedAt: 1 }]);
  expect(await database.events.count()).toBe(0);
  expect(await database.parcels.count()).toBe(0);
});

test('[BK-6] to erase leaves nothing of anybody, and the content', async () => {
  await restoreBackup(held('fresh'), file, 5);
  await database.kept.bulkPut([
    { name: 'installation', value: {} },
    { name: 'device-key', value: {} },
  ]);
  await database.chunks.put({ sha256: 'x', bytes: Uint8Array.of(1) });
  await eraseLearners(database);
  const { events, learners, outbox, identities, parcels, cards } = database;
  for (const table of [events, learners, outbox, identities, parcels, cards])
    expect(await table.count()).toBe(0);
  expect((await database.kept.toArray()).map(({ name }) => name)).toEqual(['installation']);
  expect(await database.chunks.count()).toBe(1);
});

test('[BK-7] on a shared device a backup holds the journal of one person, and comes back to that person sealed', async () => {
  const key = await generateBoxKey();
  const codec = sealedCodec(key);
  const person = (learner: string) =>
    database.people.put({
      ...{ learner, avatar: 'fox', number: 1, lock: 'none', deviceKey: key, wrapped: utf8('w') },
      ...{ salt: utf8('s'), iterations: 1, tries: { failed: 0, waitMs: 0 } },
      ...{ usedDay: 'day', needsHelp: false, isNoticed: false },
    });
  await person('p1');
  await person('p2');
  const named = { type: 'learner.named', nickname: 'Lina', avatar: 'fox', at: 1, offsetMinutes: 0 } as const;
  await held('p1', codec).store.append('p1', 0, [named, named]);
  await held('p2', codec).store.append('p2', 0, [named]);
  await database.parcels.put(backup.parcels[0]!);
  await database.cards.bulkPut([...backup.cards, { ...backup.cards[0]!, campaign: 'other' }]);
  const mine = await makeBackup(held('p1', codec), 5, [{ organisation: 'o', campaign: 'c' }]);
  const read = await readBackup(mine, digest);
  expect(read).toMatchObject({ ok: true, value: { learner: 'p1', parcels: [], cards: backup.cards } });
  expect(read.ok && read.value.events.length).toBe(2);

  // Somebody who has only given a name takes the place of the backup's learner; one who is here already does not.
  expect(await restoreBackup(held('p2', codec), mine, 6)).toMatchObject({ reason: 'otherPerson' });
  expect(await restoreBackup(held('p2', codec), file, 6)).toEqual({ ok: true, value: 2 });
  expect((await database.people.toArray()).map(({ learner }) => learner).sort()).toEqual(['l1', 'p1']);
  expect(await held('l1', codec).store.bodies('l1')).toEqual(backup.events);
  const row = await database.events.get(['l1', 1]);
  expect(row?.body).not.toEqual(backup.events[0]);
});
