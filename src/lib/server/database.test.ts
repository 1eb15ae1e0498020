import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getMigrations } from 'better-auth/db/migration';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsOptions } from './accounts.ts';
import { durabilityOf, openDatabase } from './database.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jalon-database-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function opened(name: string) {
  const result = await openDatabase(join(directory, name));
  if (!result.ok) throw new Error(result.detail);
  return result.value;
}

test('a new file gets every table, and opening it again changes nothing', async () => {
  const path = 'twice/jalon.sqlite';
  await (await opened(path)).destroy();
  const database = await opened(path);
  const tables = (await database.introspection.getTables()).map(({ name }) => name);
  expect(tables).toEqual(
    expect.arrayContaining([
      'campaign',
      'device',
      'event',
      'held_parcel',
      'membership',
      'organisation',
      'participation',
    ]),
  );
  expect(await database.selectFrom('server_epoch').selectAll().execute()).toEqual([
    { id: 1, epoch: 1, started_at: 0 },
  ]);
  await database.destroy();
});

test('the organisation leads the primary key of every table that holds what it received', async () => {
  const database = await opened('keys.sqlite');
  for (const table of [
    'campaign',
    'device',
    'event',
    'held_parcel',
    'participation',
    'projection_position',
    'membership',
  ]) {
    const columns = await sql<{
      name: string;
      pk: number;
    }>`select name, pk from pragma_table_info(${table})`.execute(database);
    expect(columns.rows.find(({ pk }) => pk === 1)?.name, table).toBe('organisation');
  }
  await database.destroy();
});

test('the accounts find every table and column that they expect', async () => {
  const database = await opened('accounts.sqlite');
  const plan = await getMigrations(accountsOptions(database, 'q3X8'.repeat(12), false));
  expect(plan).toMatchObject({ toBeCreated: [], toBeAdded: [], toBeAddedIndexes: [], schemaProblems: [] });
  await database.destroy();
});

test('commits are durable, foreign keys hold, and an event needs its device', async () => {
  const database = await opened('durable.sqlite');
  expect((await sql`pragma synchronous`.execute(database)).rows).toEqual([{ synchronous: 2 }]);
  expect((await sql`pragma journal_mode`.execute(database)).rows).toEqual([{ journal_mode: 'wal' }]);
  const event = {
    organisation: 'o',
    device: 'd',
    epoch: 1,
    seq: 1,
    hash: 'h',
    type: 't',
    body: null,
    received_at: 0,
  };
  await expect(database.insertInto('event').values(event).execute()).rejects.toThrow(/FOREIGN KEY/);
  await database.destroy();
});

test('a database that cannot be durable is refused', async () => {
  expect(await openDatabase(':memory:')).toMatchObject({ ok: false, reason: 'notDurable' });
  const relaxed = new Sqlite(join(directory, 'relaxed.sqlite'));
  relaxed.pragma('journal_mode = WAL');
  relaxed.pragma('synchronous = NORMAL');
  expect(durabilityOf(relaxed)).toMatchObject({
    reason: 'notDurable',
    detail: 'journal_mode is wal, synchronous is 1',
  });
  relaxed.close();
});

test('a file that is no database, or of a newer version, is refused and left as it is', async () => {
  expect(await openDatabase(directory)).toMatchObject({ reason: 'cannotOpen' });
  const newer = await opened('newer.sqlite');
  await sql`insert into kysely_migration (name, timestamp) values ('9999-future', '2030')`.execute(newer);
  await newer.destroy();
  expect(await openDatabase(join(directory, 'newer.sqlite'))).toMatchObject({ reason: 'cannotMigrate' });
});

test('two processes may open a new file at the same moment', async () => {
  const both = await Promise.all([opened('both.sqlite'), opened('both.sqlite')]);
  for (const database of both) await database.destroy();
});
