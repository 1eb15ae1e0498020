import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { LocalDatabase } from '#lib/local/database.ts';
import { outboxRow } from './outbox.ts';

test('[SY-60] an entry is made after those before it, though the clock was put back by years', async () => {
  const database = new LocalDatabase('outbox-order');
  const place = { organisation: 'o', campaign: 'c' };
  for (const now of [1_800_000_000_000, 1_500_000_000_000, 1_500_000_000_000, 1_900_000_000_000])
    await database.outbox.add(await outboxRow(database, place, [], now));
  const elsewhere = await outboxRow(database, { organisation: 'p', campaign: 'c' }, [], 7);
  expect((await database.outbox.toArray()).map((row) => row.createdAt).toSorted()).toEqual([
    1_800_000_000_000, 1_800_000_000_001, 1_800_000_000_002, 1_900_000_000_000,
  ]);
  expect(elsewhere.createdAt).toBe(7);
});
