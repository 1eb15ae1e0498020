import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { utf8 } from '#lib/base/bytes.ts';
import { seal } from '#lib/base/platform/sealing.ts';
import { DexieEventStore } from '#lib/journal/local/dexie-event-store.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { addGuest } from './roster.ts';
import { writeNote } from './sealed-to-mediator.ts';
import { changeMediatorSecret, closeStation, foundStation, openMediatorKey } from './mediator-keys.ts';

let database: LocalDatabase;
let count = 0;
const named = { type: 'learner.named', nickname: 'Lina', avatar: 'fox', at: 1, offsetMinutes: 60 } as const;

beforeEach(() => {
  count += 1;
  database = new LocalDatabase(`mediator-${count}`);
});
afterEach(() => database.close());

test('[ST-5] a device with a journal in clear does not become a station; a station is founded once', async () => {
  const store = new DexieEventStore(database);
  await store.append('l', 0, [named]);
  expect(await foundStation(database, 'secret', 'day')).toMatchObject({ reason: 'hasJournal' });
  await database.events.clear();
  await database.learners.put({ learner: 'l', usedAt: 1 });
  expect((await foundStation(database, 'secret', 'day')).ok).toBe(true);
  expect(await database.learners.count()).toBe(0);
  expect(await foundStation(database, 'secret', 'day')).toMatchObject({ reason: 'isFounded' });
  // A page that was open before writes nothing in clear any more.
  expect(await store.append('l', 0, [named])).toMatchObject({ reason: 'locked' });
});

test('[ST-5] the mediator’s secret opens what was sealed to the station, after it was changed too', async () => {
  await foundStation(database, 'secret', 'day');
  const row = await database.stations.get('station');
  const sealed = await seal(row!.publicKey, utf8('note'), utf8('context'));
  const opens = async (secret: string): Promise<string> => {
    const opened = await openMediatorKey(database, secret);
    if (!opened.ok) return opened.reason;
    return (await opened.value(sealed, utf8('context'))) === undefined ? 'closed' : 'open';
  };
  expect(await opens('secret')).toBe('open');
  expect(await opens('Secret')).toBe('wrongSecret');
  expect(await changeMediatorSecret(database, 'nothing', 'another')).toMatchObject({ reason: 'wrongSecret' });
  expect((await changeMediatorSecret(database, 'secret', 'another')).ok).toBe(true);
  expect(await opens('secret')).toBe('wrongSecret');
  expect(await opens('another')).toBe('open');
  for (let each = 0; each < 5; each += 1) expect(await opens('secret')).toBe('wrongSecret');
  expect(await opens('another')).toBe('wait');
});

test('[ST-5] once the loan is ended nobody is left, and the device is one person’s again', async () => {
  await foundStation(database, 'secret', 'day');
  await addGuest(database, 'a', 'fox', 'day');
  await writeNote(database, 'a', { kind: 'note', text: 'x', day: 'day', at: 1 });
  await closeStation(database);
  const { stations, people, notes } = database;
  for (const table of [stations, people, notes]) expect(await table.count()).toBe(0);
  expect((await new DexieEventStore(database).append('l', 0, [named])).ok).toBe(true);
});
