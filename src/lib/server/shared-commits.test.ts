import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { openSqlite } from './sqlite-database.ts';
import type { Database } from './schema.ts';
import { SharedCommits } from './shared-commits.ts';

async function database(): Promise<Kysely<Database>> {
  const opened = await openSqlite(join(await mkdtemp(join(tmpdir(), 'jalon-commits-')), 'jalon.sqlite'));
  if (!opened.ok) throw new Error(opened.detail);
  return opened.value;
}

const add = (organisation: string) => (transaction: Kysely<Database>) =>
  transaction
    .insertInto('erasure')
    .values({ organisation, device: 'd', epoch: 1, from_seq: 1, upto_seq: 1, erased_at: 0 })
    .execute();

async function organisations(of: Kysely<Database>): Promise<readonly string[]> {
  const rows = await of.selectFrom('erasure').select('organisation').orderBy('organisation').execute();
  return rows.map(({ organisation }) => organisation);
}

test('[SV-14] works that come together are each done, and one that fails leaves nothing while the others stand', async () => {
  const opened = await database();
  const commits = new SharedCommits(opened);
  const outcomes = await Promise.allSettled([
    commits.do(add('a')),
    commits.do(async (transaction) => {
      await add('b')(transaction);
      throw new Error('half-way');
    }),
    commits.do(async (transaction) => {
      await add('c')(transaction);
      return 'its result';
    }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[2]).toMatchObject({ value: 'its result' });
  expect(await organisations(opened)).toEqual(['a', 'c']);
  await opened.destroy();
});

test('[SV-14] when the commit fails, nobody hears that theirs is done, and the next works are', async () => {
  const opened = await database();
  const commits = new SharedCommits(opened);
  // A row without its parent is noticed at the commit only.
  const orphan = async (transaction: Kysely<Database>): Promise<void> => {
    await sql`pragma defer_foreign_keys = on`.execute(transaction);
    const event = { organisation: 'o', device: 'nobody', epoch: 1, seq: 1, hash: '', type: 't', body: null };
    await transaction
      .insertInto('event')
      .values({ ...event, received_at: 0 })
      .execute();
  };
  const outcomes = await Promise.allSettled([commits.do(add('a')), commits.do(orphan)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await organisations(opened)).toEqual([]);
  await commits.do(add('b'));
  expect(await organisations(opened)).toEqual(['b']);
  await opened.destroy();
});
