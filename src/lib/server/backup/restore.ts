import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Kysely } from 'kysely';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { openDatabase } from '../database.ts';
import { engineOf } from '../engine.ts';
import { eraseAgain } from '../erasures.ts';
import type { DatabaseRefusal } from '../migrations/migrate.ts';
import type { Database } from '../schema.ts';
import type { Settings } from '../settings.ts';
import { checkBackup, readLines, type BackupRefusal } from './backup-file.ts';
import { backedUp, type Row } from './tables.ts';

type AnyTables = Record<string, Record<string, unknown>>;
const BATCH = 100;

/** What was restored: rows and files put back, erasures done again, and the epoch that the server is in now. */
export interface Restored {
  readonly rows: number;
  readonly files: number;
  readonly erasedAgain: number;
  readonly epoch: number;
}

export type RestoreRefusal = DatabaseRefusal | BackupRefusal | 'notEmpty' | 'otherInstallation';

/**
 * Puts a backup into an empty database of either kind and brings it to this version, all or nothing. A new server epoch
 * begins, and what was erased since the backup is erased again. Refused when a byte of the file is missing or another,
 * when the database holds something, or when the data directory has the root key of another installation.
 */
export async function restore(
  { databaseAddress, dataDirectory }: Pick<Settings, 'databaseAddress' | 'dataDirectory'>,
  path: string,
  now: number,
  told: (share: number) => void,
): Promise<Result<Restored, RestoreRefusal>> {
  const checked = await checkBackup(path);
  if (!checked.ok) return checked;
  const opened = await openDatabase(databaseAddress, checked.value.migration);
  if (!opened.ok) return opened;
  try {
    if (await holdsSomething(opened.value)) return refusal('notEmpty');
    if (await isOfAnother(dataDirectory, path)) return refusal('otherInstallation');
    const files = await putFiles(dataDirectory, path);
    const rows = await putRows(opened.value, path, checked.value.lines, now, told);
    await opened.value.destroy();
    const latest = await openDatabase(databaseAddress);
    if (!latest.ok) return latest;
    const erasedAgain = await eraseAgain(latest.value, dataDirectory, now);
    const { epoch } = await latest.value.selectFrom('server_epoch').select('epoch').executeTakeFirstOrThrow();
    await latest.value.destroy();
    return success({ rows, files, erasedAgain, epoch });
  } finally {
    await opened.value.destroy();
  }
}

async function holdsSomething(database: Kysely<Database>): Promise<boolean> {
  const organisation = await database.selectFrom('organisation').select('name').executeTakeFirst();
  const user = await database.selectFrom('staff_user').select('id').executeTakeFirst();
  return organisation !== undefined || user !== undefined;
}

async function putRows(
  database: Kysely<Database>,
  path: string,
  lines: number,
  now: number,
  told: (share: number) => void,
): Promise<number> {
  const isPostgres = engineOf(database) === 'postgres';
  const stored = (row: Row): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'boolean' && !isPostgres ? Number(value) : value,
      ]),
    );
  return database.transaction().execute(async (transaction) => {
    const tables = transaction as unknown as Kysely<AnyTables>;
    await transaction.deleteFrom('server_epoch').execute();
    let done = 0;
    let batch: Record<string, unknown>[] = [];
    let table = '';
    const flush = async (): Promise<void> => {
      if (batch.length > 0) await tables.insertInto(table).values(batch).execute();
      batch = [];
    };
    for await (const line of readLines(path)) {
      if (!('table' in line) || !backedUp.some((name) => name === line.table)) continue;
      if (line.table !== table || batch.length >= BATCH) await flush();
      table = line.table;
      batch.push(stored(line.row));
      done += 1;
      told(done / lines);
    }
    await flush();
    // Later than any that a device ever saw, even when the same backup is restored twice.
    const { epoch } = await transaction.selectFrom('server_epoch').select('epoch').executeTakeFirstOrThrow();
    const next = Math.max(epoch + 1, Math.floor(now / 1000));
    await transaction.updateTable('server_epoch').set({ epoch: next, started_at: now }).execute();
    return done;
  });
}

async function isOfAnother(dataDirectory: string, path: string): Promise<boolean> {
  const here = await readFile(join(dataDirectory, 'keys', 'root.json')).catch(() => undefined);
  if (here === undefined) return false;
  for await (const line of readLines(path)) {
    if ('file' in line && line.file === 'keys/root.json')
      return !here.equals(Buffer.from(line.bytes, 'base64'));
  }
  return false;
}

// What is there already stays: content never changes under its name.
async function putFiles(dataDirectory: string, path: string): Promise<number> {
  let files = 0;
  for await (const line of readLines(path)) {
    if (!('file' in line)) continue;
    const target = join(dataDirectory, line.file);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    try {
      const file = await open(target, 'wx', line.file.startsWith('keys/') ? 0o600 : 0o644);
      await file.writeFile(Buffer.from(line.bytes, 'base64'));
      await file.sync();
      await file.close();
      files += 1;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
  return files;
}
