import { getMigrations } from 'better-auth/db/migration';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accountsOptions } from './accounts.ts';
import { openDatabase } from './database.ts';
import { engineOf, exclusively } from './engine.ts';
import { engine, freshAddress, freshDatabase } from './fresh-database.contract.ts';

async function opened(address: string) {
  const result = await openDatabase(address);
  if (!result.ok) throw new Error(result.detail);
  return result.value;
}

test('[SV-1] a new database gets every table, and opening it again changes nothing', async () => {
  const address = await freshAddress();
  await (await opened(address)).destroy();
  const database = await opened(address);
  expect(engineOf(database)).toBe(engine);
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

test('[SV-2] the organisation leads the primary key of every table that holds what it received', async () => {
  const database = await freshDatabase();
  const first = (table: string) =>
    engine === 'sqlite'
      ? sql<{ name: string }>`select name from pragma_table_info(${table}) where pk = 1`
      : sql<{ name: string }>`
          select attname as name from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
          where indisprimary and indrelid = ${table}::regclass`;
  for (const table of [
    'campaign',
    'device',
    'event',
    'held_parcel',
    'participation',
    'projection_position',
    'membership',
    'withdrawal',
  ]) {
    const { rows } = await first(table).execute(database);
    expect(rows, table).toEqual([{ name: 'organisation' }]);
  }
  await database.destroy();
});

test('the accounts find every table and column that they expect', async () => {
  const database = await freshDatabase();
  const plan = await getMigrations(accountsOptions(database, 'q3X8'.repeat(12), false));
  expect(plan).toMatchObject({ toBeCreated: [], toBeAdded: [], toBeAddedIndexes: [], schemaProblems: [] });
  await database.destroy();
});

test('foreign keys hold, and an event needs its device', async () => {
  const database = await freshDatabase();
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
  await expect(database.insertInto('event').values(event).execute()).rejects.toThrow(/foreign key/i);
  await database.destroy();
});

test('[SV-3] a database of a newer version is refused and left as it is', async () => {
  const address = await freshAddress();
  const newer = await opened(address);
  await sql`insert into kysely_migration (name, timestamp) values ('9999-future', '2030')`.execute(newer);
  await newer.destroy();
  expect(await openDatabase(address)).toMatchObject({ ok: false, reason: 'cannotMigrate' });
});

test('[SV-1] two nodes may open a new database at the same moment', async () => {
  const address = await freshAddress();
  const both = await Promise.all([opened(address), opened(address)]);
  for (const database of both) await database.destroy();
});

test('[SV-4] what is done under one key is done one after the other', async () => {
  const database = await freshDatabase();
  const added = (key: string) =>
    exclusively(database, [key, 'both'], async (transaction) => {
      const { epoch } = await transaction
        .selectFrom('server_epoch')
        .select('epoch')
        .executeTakeFirstOrThrow();
      await transaction
        .updateTable('server_epoch')
        .set({ epoch: epoch + 1 })
        .execute();
    });
  await Promise.all(Array.from({ length: 20 }, (_, index) => added(`key ${index}`)));
  expect(await database.selectFrom('server_epoch').select('epoch').execute()).toEqual([{ epoch: 21 }]);
  await database.destroy();
});
