import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DexieEventStore } from '#lib/journal/local/dexie-event-store.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { foundStation } from './mediator-keys.ts';

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
