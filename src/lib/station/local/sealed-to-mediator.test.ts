import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textOf } from '#lib/base/bytes.ts';
import type { Open } from '#lib/base/ports.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { beginSession, endSession, sessionOf, takePart } from './activities.ts';
import { foundStation, openMediatorKey } from './mediator-keys.ts';
import { addGuest } from './roster.ts';
import { readNotes, readSummaries, writeNote, writeSummary } from './sealed-to-mediator.ts';

const summary = { version: 1, nickname: 'Lina', running: null, results: [] } as const;
const lina = { ...summary, results: [] };
const note = { kind: 'note', text: 'reads slowly', day: 'day', at: 1 } as const;
let database: LocalDatabase;
let open: Open;
let count = 0;

beforeEach(async () => {
  count += 1;
  database = new LocalDatabase(`room-${count}`);
  await foundStation(database, 'secret', 'day');
  const opened = await openMediatorKey(database, 'secret');
  if (!opened.ok) throw new Error(opened.reason);
  open = opened.value;
  for (const id of ['a', 'b']) await addGuest(database, id, 'fox', 'day');
});
afterEach(() => database.close());

test('[ST-9] summaries open with the mediator’s key, each for its own person, and are not readable', async () => {
  await writeSummary(database, 'a', lina);
  await writeSummary(database, 'gone', lina);
  expect(await readSummaries(database, open)).toEqual(new Map([['a', lina]]));
  const row = (await database.summaries.get('a'))!;
  expect(textOf(row.ciphertext)).not.toContain('Lina');
  await database.summaries.put({ ...row, learner: 'b' });
  expect([...(await readSummaries(database, open)).keys()]).toEqual(['a']);
  await foundStation(new LocalDatabase(`other-${count}`), 'secret', 'day');
  const other = await openMediatorKey(new LocalDatabase(`other-${count}`), 'secret');
  expect(other.ok && (await readSummaries(database, other.value)).size).toBe(0);
});

test('[ST-9] notes open with the mediator’s key, of one person, the newest first', async () => {
  await writeNote(database, 'a', note);
  await writeNote(database, 'a', { ...note, kind: 'workshop', text: 'mail, Thursday', at: 2 });
  await writeNote(database, 'b', note);
  expect((await readNotes(database, open, 'a')).map(({ text }) => text)).toEqual([
    'mail, Thursday',
    'reads slowly',
  ]);
  for (const { ciphertext } of await database.notes.toArray())
    expect(textOf(ciphertext)).not.toContain('slowly');
});

test('[ST-11] each person counts once an activity, whose end is the last that was done', async () => {
  await takePart(database, 'a', 'day', 1_000);
  await takePart(database, 'a', 'day', 5_000);
  await beginSession(database, { policy: 'flash', competence: null }, 'day');
  for (const id of ['a', 'b', 'a', 'gone']) await takePart(database, id, 'day', 9_000);
  const rows = (await database.activities.toArray()).toSorted(
    (left, right) => left.startedAt - right.startedAt,
  );
  expect(rows.map(({ policy, people, startedAt, lastAt }) => [policy, people, startedAt, lastAt])).toEqual([
    ['free', 1, 1_000, 5_000],
    ['flash', 2, 9_000, 9_000],
  ]);
});

test('[ST-12] a session holds for its day, and until it is ended', async () => {
  await beginSession(database, { policy: 'competence', competence: '1.3' }, 'day');
  const row = await database.stations.get('station');
  expect(sessionOf(row, 'day')).toMatchObject({ policy: 'competence', competence: '1.3' });
  expect(sessionOf(row, 'another day')).toBeUndefined();
  await endSession(database);
  expect(sessionOf(await database.stations.get('station'), 'day')).toBeUndefined();
});
