import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { Result } from '#lib/base/result.ts';
import type { Database } from '../schema.ts';
import { headOf, writeLines, type BackupLine } from './backup-file.ts';
import { backedUp, portable } from './tables.ts';

type AnyTables = Record<string, Record<string, unknown>>;

/**
 * Writes all that must not be lost to one file: the tables as they are at one moment, while the server runs, the keys and
 * the published content. `told` hears the share done. Gives the number of lines; refused where the file exists.
 */
export function writeBackup(
  database: Kysely<Database>,
  dataDirectory: string,
  path: string,
  at: number,
  told: (share: number) => void,
): Promise<Result<number, 'exists'>> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((transaction) =>
      writeLines(path, linesOf(transaction as unknown as Kysely<AnyTables>, dataDirectory, at, told)),
    );
}

async function* linesOf(
  database: Kysely<AnyTables>,
  dataDirectory: string,
  at: number,
  told: (share: number) => void,
): AsyncGenerator<BackupLine> {
  const { rows: applied } = await sql<{ name: string }>`
    select name from kysely_migration order by name desc limit 1
  `.execute(database);
  yield headOf(at, applied[0]?.name ?? '');
  const total = await rowsIn(database);
  let done = 0;
  for (const table of backedUp) {
    for await (const row of database.selectFrom(table).selectAll().stream(500)) {
      yield { table, row: portable(row) };
      done += 1;
      told((0.9 * done) / total);
    }
  }
  for (const file of await filesIn(dataDirectory)) {
    const bytes = await readFile(join(dataDirectory, file));
    yield { file: file.split(sep).join('/'), bytes: bytes.toString('base64') };
  }
  told(1);
}

async function rowsIn(database: Kysely<AnyTables>): Promise<number> {
  let total = 0;
  for (const table of backedUp) {
    const { count } = await database
      .selectFrom(table)
      .select((expression) => expression.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    total += Number(count);
  }
  return total;
}

async function filesIn(dataDirectory: string): Promise<string[]> {
  const files: string[] = [];
  for (const folder of ['keys', 'bundles']) {
    const entries = await readdir(join(dataDirectory, folder), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []);
    for (const entry of entries) {
      if (entry.isFile()) files.push(relative(dataDirectory, join(entry.parentPath, entry.name)));
    }
  }
  return files.sort();
}
