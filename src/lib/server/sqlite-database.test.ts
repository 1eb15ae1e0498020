import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { durabilityOf } from './durability.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jalon-sqlite-'));
});
afterAll(() => rm(directory, { recursive: true }));

test('[SV-5] the disk is waited for at every commit, and a file that cannot be durable is refused', async () => {
  const opened = await openDatabase(join(directory, 'deep/durable.sqlite'));
  if (!opened.ok) throw new Error(opened.detail);
  expect((await sql`pragma synchronous`.execute(opened.value)).rows).toEqual([{ synchronous: 2 }]);
  expect((await sql`pragma journal_mode`.execute(opened.value)).rows).toEqual([{ journal_mode: 'wal' }]);
  await opened.value.destroy();
  expect(await openDatabase(':memory:')).toMatchObject({ ok: false, reason: 'notDurable' });
  const relaxed = new Sqlite(join(directory, 'relaxed.sqlite'));
  relaxed.pragma('journal_mode = WAL');
  relaxed.pragma('synchronous = NORMAL');
  expect(await durabilityOf(new Kysely({ dialect: new SqliteDialect({ database: relaxed }) }))).toMatchObject(
    {
      reason: 'notDurable',
      detail: 'journal_mode is wal, synchronous is 1',
    },
  );
  relaxed.close();
});

test('[SV-3] a file that is no database is refused', async () => {
  expect(await openDatabase(directory)).toMatchObject({ reason: 'cannotOpen' });
});

test('[SV-4] a transaction that will write is told at its start that another one writes', async () => {
  const path = join(directory, 'busy.sqlite');
  const opened = await openDatabase(path);
  if (!opened.ok) throw new Error(opened.detail);
  const other = new Sqlite(path, { timeout: 0 });
  await opened.value.transaction().execute(() => {
    expect(() => other.exec('begin immediate')).toThrow(/locked/);
    return Promise.resolve();
  });
  other.exec('begin immediate; rollback');
  other.close();
  await opened.value.destroy();
});
