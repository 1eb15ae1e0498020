import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digest, generateSigningKey, rawPublicKey, verify } from '#lib/base/platform/crypto.ts';
import { utf8 } from '#lib/base/bytes.ts';
import { generateBoxKey } from '#lib/base/platform/secret-box.ts';
import { plainCodec, type JournalCodec } from '#lib/journal/journal-codec.ts';
import { DexieEventStore } from '#lib/journal/local/dexie-event-store.ts';
import { sealedCodec } from '#lib/journal/local/sealed-codec.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { slipBytes } from '#lib/sync/withdrawal-slip.ts';
import { readBackup, writeBackup, type Backup } from '../backup.ts';
import { eraseLearners, makeBackup, restoreBackup, type HeldJournal } from './device-backup.ts';

const backup: Backup = {
  learner: 'l1',
  madeAt: 1,
  events: ['{"a":1}', '{"b":2}'].map(utf8),
  parcels: [
    { organisation: 'o', device: 'old', from: 1, to: 2, head: Uint8Array.of(1), bytes: Uint8Array.of(9) },
  ],
  cards: [{ organisation: 'o', campaign: 'c', code: 'ABC', text: 'card' }],
  slips: [],
};
let database: LocalDatabase;
let file: string;
let count = 0;

const at = (device: LocalDatabase, learner: string, codec: JournalCodec = plainCodec): HeldJournal => ({
  database: device,
  learner,
  store: new DexieEventStore(device, codec),
});
const held = (learner: string, codec?: JournalCodec): HeldJournal => at(database, learner, codec);

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
  const locked = { iv: Uint8Array.of(1), body: Uint8Array.of(2) };
  await database.reports.put({ id: 'r', learner: 'l1', createdAt: 1, ...locked });
  await eraseLearners(database);
  const { events, learners, outbox, identities, parcels, cards, reports } = database;
  for (const table of [events, learners, outbox, identities, parcels, cards, reports])
    expect(await table.count()).toBe(0);
  expect((await database.kept.toArray()).map(({ name }) => name)).toEqual(['installation']);
  expect(await database.chunks.count()).toBe(1);
});

test('[BK-12] on a shared device a backup holds the journal of one person, and comes back to that person sealed', async () => {
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
  const mine = await makeBackup(held('p1', codec), 5, { campaigns: [{ organisation: 'o', campaign: 'c' }] });
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

test('[BK-10] a backup carries a slip for each agreement that left, and the next backup carries it on; no key', async () => {
  const organisation = 'aa'.repeat(8);
  const keys = await generateSigningKey(false);
  const identity = { organisation, device: 'bb'.repeat(12), epoch: 1, keys };
  const head = { headSeq: 4, headHash: Uint8Array.of(1), acknowledged: 4 };
  const given = (outbox: string): Uint8Array =>
    utf8(
      JSON.stringify({
        ...{ version: 1, at: 1, offsetMinutes: 0, type: 'consent.given', attempt: 'a', scope: 'levels' },
        ...{ organisation, campaign: 'c', textHash: 't', payloadHash: 'p', outbox },
      }),
    );
  await database.identities.put({ ...identity, ...head });
  const entry = { organisation, campaign: 'c', createdAt: 1, iv: Uint8Array.of(1), body: Uint8Array.of(1) };
  await database.outbox.put({ ...entry, id: 'sent', first: 2, last: 4 });
  await database.events.bulkPut([
    { learner: 'fresh', seq: 1, body: given('sent') },
    { learner: 'fresh', seq: 2, body: given('never-left') },
  ]);
  const first = await makeBackup(held('fresh'), 5);
  const other = new LocalDatabase(`backup-other-${count}`);
  expect(await restoreBackup(at(other, 'new'), first, 6)).toMatchObject({ ok: true });
  expect(await other.identities.count()).toBe(0);
  const [slip, ...more] = await other.slips.toArray();
  expect(more).toEqual([]);
  expect(slip).toMatchObject({ outbox: 'sent', organisation, device: identity.device, epoch: 1, consent: 2 });
  const publicKey = await rawPublicKey(keys.publicKey);
  expect(await verify(publicKey, slipBytes(slip!), slip!.signature)).toBe(true);
  const again = await readBackup(await makeBackup(at(other, 'fresh'), 7), digest);
  expect(again.ok && again.value.slips.map((each) => ({ ...each, learner: 'fresh' }))).toEqual([slip]);
  other.close();
});
