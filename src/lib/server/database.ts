import { chmod, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { migrations } from './migrations/provider.ts';
import type { Database } from './schema.ts';

export type DatabaseRefusal = 'cannotOpen' | 'notDurable' | 'cannotMigrate';

const BUSY_TIMEOUT_MS = 5_000;
const FULL = 2;

/**
 * The database in one file, durable and up to date. Refused when the file cannot be opened, when a write that was
 * confirmed could still be lost (`notDurable`), or when its tables cannot be brought to this version.
 */
export async function openDatabase(path: string): Promise<Result<Kysely<Database>, DatabaseRefusal>> {
  let sqlite: Sqlite.Database;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    sqlite = new Sqlite(path);
    // It holds the organisations' private keys; the files beside it take its mode.
    if (path !== ':memory:') await chmod(path, 0o600);
    sqlite.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
  } catch (error) {
    return refusal('cannotOpen', `${path}: ${messageOf(error)}`);
  }
  const durable = durabilityOf(sqlite);
  if (!durable.ok) {
    sqlite.close();
    return durable;
  }
  const database = new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) });
  const migrated = await migrate(sqlite, database);
  if (!migrated.ok) await database.destroy();
  return migrated.ok ? success(database) : migrated;
}

/** Whether a commit survives a power cut: read back from the connection, since a pragma may be refused in silence. */
export function durabilityOf(sqlite: Sqlite.Database): Result<'durable', 'notDurable'> {
  const journal = sqlite.pragma('journal_mode', { simple: true });
  const synchronous = sqlite.pragma('synchronous', { simple: true });
  if (journal === 'wal' && synchronous === FULL) return success('durable');
  return refusal('notDurable', `journal_mode is ${String(journal)}, synchronous is ${String(synchronous)}`);
}

// All migrations or none, and one process at a time: Kysely opens no transaction of its own on SQLite, so one is held around it.
async function migrate(
  sqlite: Sqlite.Database,
  database: Kysely<Database>,
): Promise<Result<'migrated', 'cannotMigrate'>> {
  const migrator = new Migrator({ db: database, provider: migrations });
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    const { error } = await migrator.migrateToLatest();
    sqlite.exec(error === undefined ? 'COMMIT' : 'ROLLBACK');
    return error === undefined ? success('migrated') : refusal('cannotMigrate', messageOf(error));
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    return refusal('cannotMigrate', messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
