import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textOf } from '#lib/base/bytes.ts';
import type { Open } from '#lib/base/ports.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { markHelp, markOf } from '#lib/local/day-mark.ts';
import { erasePerson } from '#lib/local/erase-person.ts';
import { sightingOf } from '../sighting.ts';
import { beginSession, endSession } from './activities.ts';
import { closeStation, foundStation, openMediatorKey } from './mediator-keys.ts';
import { passDay } from './retention.ts';
import { keepSighting, readSightings } from './sightings.ts';

const lina = sightingOf(
  {
    ...{ session: '0123456789', day: 'day', nickname: 'Lina', avatar: 'fox', needsHelp: true, minutes: 12 },
    doing: { state: 'running', policy: 'diagnostic', competence: null, number: 4, length: 10 },
  },
  1_000,
);
const omar = { ...lina, session: 'aaaaaaaaaa', nickname: 'Omar' };
let database: LocalDatabase;
let open: Open;
let count = 0;

beforeEach(async () => {
  count += 1;
  database = new LocalDatabase(`sightings-${count}`);
  await foundStation(database, 'secret', 'day');
  const opened = await openMediatorKey(database, 'secret');
  if (!opened.ok) throw new Error(opened.reason);
  open = opened.value;
});
afterEach(() => database.close());

test('[ST-17] readings are sealed, each for its own person, the last in place of the one before', async () => {
  await keepSighting(database, lina, 'day', 1_000);
  const again = { ...lina, needsHelp: false, readAt: 2_000 };
  await keepSighting(database, again, 'day', 2_000);
  expect(await readSightings(database, open)).toEqual([again]);
  const row = (await database.sightings.get(lina.session))!;
  expect(textOf(row.ciphertext)).not.toContain('Lina');
  await database.sightings.put({ ...row, session: omar.session });
  expect(await readSightings(database, open)).toEqual([again]);
});

test('[ST-17] a person counts once an activity, however often they are read', async () => {
  for (const sighting of [lina, omar, lina]) await keepSighting(database, sighting, 'day', 1_000);
  await beginSession(database, { policy: 'flash', competence: null }, 'day');
  for (const at of [5_000, 9_000]) await keepSighting(database, lina, 'day', at);
  const rows = await database.activities.toArray();
  expect(rows.map(({ policy, people, lastAt }) => [policy, people, lastAt]).sort()).toEqual([
    ['flash', 1, 9_000],
    ['free', 2, 1_000],
  ]);
});

test('[ST-17] readings go with the session, with the day, and with the loan', async () => {
  const ways = [() => endSession(database), () => passDay(database, 'next day', undefined)];
  for (const way of [...ways, () => closeStation(database)]) {
    await keepSighting(database, lina, 'day', 1_000);
    await passDay(database, 'day', undefined);
    expect(await database.sightings.count()).toBe(1);
    await way();
    expect(await database.sightings.count()).toBe(0);
  }
});

test('[ST-14] the mark of a person is the same all day, another the next day, and gone with the person', async () => {
  const first = await markOf(database, 'a', 'day', 'one');
  expect(first).toEqual({ day: 'day', mark: 'one', needsHelp: false });
  const asking = await markHelp(database, 'a', first, true);
  expect(await markOf(database, 'a', 'day', 'two')).toEqual(asking);
  expect((await markOf(database, 'b', 'day', 'three')).mark).toBe('three');
  expect(await markOf(database, 'a', 'next day', 'two')).toEqual({
    ...{ day: 'next day', mark: 'two', needsHelp: false },
  });
  await erasePerson(database, 'a');
  expect((await database.kept.toArray()).map(({ name }) => name)).toEqual(['mark b']);
});
