import { chmod, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type TransactionSettings,
} from 'kysely';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { durabilityOf } from './durability.ts';
import { messageOf, migrate, type DatabaseRefusal } from './migrations/migrate.ts';
import type { Database } from './schema.ts';

const BUSY_TIMEOUT_MS = 5_000;

/** The database in one file, made where there is none; refused as `openDatabase` is. */
export async function openSqlite(
  path: string,
  upto?: string,
): Promise<Result<Kysely<Database>, DatabaseRefusal>> {
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
  const database = new Kysely<Database>({
    dialect: new WritingDialect({ database: withKeptStatements(sqlite) }),
  });
  const durable = await durabilityOf(database);
  if (!durable.ok) {
    await database.destroy();
    return durable;
  }
  const migrated = await migrateAlone(sqlite, database, upto);
  if (!migrated.ok) await database.destroy();
  return migrated.ok ? success(database) : migrated;
}

// All migrations or none, and one process at a time: Kysely opens no transaction of its own on SQLite, so one is held around it.
async function migrateAlone(
  sqlite: Sqlite.Database,
  database: Kysely<Database>,
  upto: string | undefined,
): Promise<Result<'migrated', 'cannotMigrate'>> {
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    const migrated = await migrate(database, upto);
    sqlite.exec(migrated.ok ? 'COMMIT' : 'ROLLBACK');
    return migrated;
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    return refusal('cannotMigrate', messageOf(error));
  }
}

const mostStatements = 500;

/** The same database, which reads each statement once: reading one takes longer than running it. */
function withKeptStatements(sqlite: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement>();
  return {
    close: () => {
      sqlite.close();
    },
    prepare: (text) => {
      const known = kept.get(text);
      // One that is being walked through cannot be used by somebody else.
      if (known !== undefined && !known.busy) return known;
      const statement = sqlite.prepare(text);
      if (kept.size >= mostStatements) kept.clear();
      kept.set(text, statement);
      return statement;
    },
  };
}

/** A transaction that will write asks for it at its start: begun as a reader, it could be refused half-way. */
class WritingDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings = {},
  ): Promise<void> {
    const begin = settings.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}

class WritingDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): WritingDriver {
    return new WritingDriver(this.#config);
  }
}
