import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digest } from '#lib/base/platform/crypto.ts';
import { utf8 } from '#lib/base/bytes.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { writeBackup, type Backup } from '../backup.ts';
import { eraseLearners, restoreBackup } from './device-backup.ts';

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

beforeEach(async () => {
  count += 1;
  database = new LocalDatabase(`backup-${count}`);
  file = await writeBackup(backup, digest);
  await database.learners.put({ learner: 'fresh', usedAt: 1 });
});
afterEach(() => database.close());

test('[BK-5] a restore brings all, under the learner of the backup; done again it brings nothing', async () => {
  expect(await restoreBackup(database, 'fresh', file, 5)).toEqual({ ok: true, value: 2 });
  expect(await database.learners.toArray()).toEqual([{ learner: 'l1', usedAt: 5 }]);
  expect((await database.events.toArray()).map(({ learner, seq }) => [learner, seq])).toEqual([
    ['l1', 1],
    ['l1', 2],
  ]);
  const [parcel] = await database.parcels.toArray();
  expect(parcel).toEqual(backup.parcels[0]);
  expect(await database.identities.count()).toBe(0);
  await database.parcels.put({ ...parcel!, acknowledgedAt: 7 });
  expect(await restoreBackup(database, 'l1', file, 6)).toEqual({ ok: true, value: 0 });
  expect((await database.parcels.toArray())[0]?.acknowledgedAt).toBe(7);
});

test('[BK-5] a write that fails in mid-restore leaves the device as it was', async () => {
  database.events.hook('creating', (_key, row) => {
    if (row.seq === 2) throw new DOMException('no room', 'QuotaExceededError');
  });
  const restored = await restoreBackup(database, 'fresh', file, 5);
  expect(restored).toMatchObject({ ok: false, reason: 'storageFull' });
  expect(await database.learners.toArray()).toEqual([{ learner: 'fresh', usedAt: 1 }]);
  expect(await database.events.count()).toBe(0);
  expect(await database.parcels.count()).toBe(0);
});

test('[BK-6] to erase leaves nothing of anybody, and the content', async () => {
  await restoreBackup(database, 'fresh', file, 5);
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
