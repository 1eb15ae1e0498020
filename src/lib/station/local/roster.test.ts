import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { utf8 } from '#lib/base/bytes.ts';
import { randomBytes } from '#lib/base/platform/crypto.ts';
import type { JournalEvent } from '#lib/journal/event.ts';
import { DexieEventStore } from '#lib/journal/local/dexie-event-store.ts';
import { sealedCodec } from '#lib/journal/local/sealed-codec.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { passDay } from './retention.ts';
import { erasePerson } from '#lib/local/erase-person.ts';
import { addGuest, keepPerson, openByCard, openPerson, type Opening } from './roster.ts';
import { passTime } from './secret-tries.ts';

const named: JournalEvent = {
  type: 'learner.named',
  nickname: 'Lina',
  avatar: 'fox',
  at: 1,
  offsetMinutes: 60,
};
const right = { kind: 'remembered', text: 'sun moon star leaf' } as const;
const wrong = { kind: 'remembered', text: 'moon moon star leaf' } as const;
let database: LocalDatabase;
let count = 0;

beforeEach(() => {
  count += 1;
  database = new LocalDatabase(`roster-${count}`);
});
afterEach(() => database.close());

async function guest(id: string): Promise<Opening> {
  const added = await addGuest(database, id, 'fox', 'day 0');
  if (!added.ok) throw new Error(added.reason);
  await storeOf(added.value).append(id, 0, [named]);
  return added.value;
}

function storeOf({ key }: Opening): DexieEventStore {
  return new DexieEventStore(database, sealedCodec(key));
}

async function opened(id: string, secret: Parameters<typeof openPerson>[2]): Promise<Opening> {
  const opening = await openPerson(database, id, secret);
  if (!opening.ok) throw new Error(opening.reason);
  return opening.value;
}

test('[ST-1] a guest comes back with nothing to show, and finds what they wrote', async () => {
  await guest('a');
  const again = await opened('a', { kind: 'none' });
  expect((await storeOf(again).read('a')).events).toEqual([named]);
  expect((await guest('b')).person.number).toBe(2);
  const other = await opened('b', { kind: 'none' });
  await expect(storeOf(other).read('a')).rejects.toThrow();
});

test('[ST-4] a guest who keeps the journal finds all of it with the code, and nothing without', async () => {
  await guest('a');
  expect((await keepPerson(database, 'a', right)).ok).toBe(true);
  const again = await opened('a', right);
  expect((await storeOf(again).read('a')).events).toEqual([named]);
  expect(await openPerson(database, 'a', wrong)).toEqual({ ok: false, reason: 'wrongSecret' });
  await expect(openPerson(database, 'a', { kind: 'none' })).rejects.toThrow();
  expect(await keepPerson(database, 'a', wrong)).toEqual({ ok: false, reason: 'gone' });
});

test('[ST-4] a card opens the journal of whoever it was printed for, and no other', async () => {
  const bytes = randomBytes(16);
  await guest('a');
  await guest('b');
  await keepPerson(database, 'a', { kind: 'card', bytes });
  const opening = await openByCard(database, bytes);
  expect(opening.ok && opening.value.person.learner).toBe('a');
  expect(await openByCard(database, randomBytes(16))).toEqual({ ok: false, reason: 'unknownCard' });
});

test('[ST-2] the fifth wrong code costs a wait, even for the right one; time with a page open ends it', async () => {
  await guest('a');
  await keepPerson(database, 'a', right);
  for (let each = 0; each < 5; each += 1)
    expect(await openPerson(database, 'a', wrong)).toMatchObject({ reason: 'wrongSecret' });
  expect(await openPerson(database, 'a', right)).toMatchObject({ reason: 'wait' });
  expect(await passTime(database.people, 'a', 30_000)).toBe(30_000);
  expect(await openPerson(database, 'a', right)).toMatchObject({ reason: 'wait' });
  expect(await passTime(database.people, 'a', 30_000)).toBe(0);
  await opened('a', right);
  expect((await database.people.get('a'))?.tries).toEqual({ failed: 0, waitMs: 0 });
});

test('[ST-2] of many tries at one moment, five are made', async () => {
  await guest('a');
  await keepPerson(database, 'a', right);
  const all = await Promise.all(Array.from({ length: 8 }, () => openPerson(database, 'a', wrong)));
  expect(all.filter((each) => !each.ok && each.reason === 'wrongSecret')).toHaveLength(5);
});

test('[ST-6] to erase a person leaves nothing of them, all of the others, and the outbox', async () => {
  await guest('a');
  await guest('b');
  const sealed = { encapsulated: utf8('x'), ciphertext: utf8('y') };
  await database.summaries.bulkPut([
    { learner: 'a', ...sealed },
    { learner: 'b', ...sealed },
  ]);
  await database.notes.put({ id: 'n', learner: 'a', ...sealed });
  const waiting = { organisation: 'o', campaign: 'c', createdAt: 1, iv: utf8('i'), body: utf8('b') };
  await database.outbox.put({ id: 'o1', ...waiting });
  const slip = { organisation: 'o', campaign: 'c', device: 'd', epoch: 1, consent: 2, signature: utf8('s') };
  await database.slips.bulkPut(['a', 'b'].map((learner) => ({ ...slip, learner, outbox: learner })));
  await erasePerson(database, 'a');
  const { people, events, summaries, notes, outbox, slips } = database;
  expect((await people.toArray()).map(({ learner }) => learner)).toEqual(['b']);
  expect((await events.toArray()).map(({ learner }) => learner)).toEqual(['b']);
  expect((await summaries.toArray()).map(({ learner }) => learner)).toEqual(['b']);
  expect((await slips.toArray()).map(({ learner }) => learner)).toEqual(['b']);
  expect(await notes.count()).toBe(0);
  expect(await outbox.count()).toBe(1);
});

test('[ST-7] what is over goes at the next opening, but for the journal that is open', async () => {
  const { foundStation } = await import('./mediator-keys.ts');
  await foundStation(database, 'secret', 'day 0');
  await guest('a');
  await guest('b');
  await passDay(database, 'day 1', undefined);
  expect(await database.people.count()).toBe(2);
  await passDay(database, 'day 2', 'b');
  expect((await database.people.toArray()).map(({ learner }) => learner)).toEqual(['b']);
  expect((await database.stations.get('station'))?.days).toEqual(['day 0', 'day 1', 'day 2']);
});
