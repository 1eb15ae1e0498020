import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { durabilityOf } from './durability.ts';
import { messageOf, migrate, type DatabaseRefusal } from './migrations/migrate.ts';
import type { Database } from './schema.ts';

/** The number of the lock that one node holds while it changes tables: the letters « jalon ». */
const MIGRATION_LOCK = 0x6a616c6f6e;
const CONNECTIONS = 10;
const CONNECTION_TIMEOUT_MS = 10_000;

/** The database behind a `postgres://` address; refused as `openDatabase` is, and the address is never told: it may hold a password. */
export async function openPostgres(
  address: string,
  upto?: string,
): Promise<Result<Kysely<Database>, DatabaseRefusal>> {
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser: typeParser },
  });
  // A connection that breaks while it waits is replaced by the next request; a request that it breaks under is told.
  pool.on('error', () => undefined);
  // One that breaks in a request's hands, between two of its statements, says so to nobody else: unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const database = new Kysely<Database>({
    dialect: new PostgresDialect({
      pool,
      cursor: Cursor,
      // Whatever the server's default, what this application commits is on the disk.
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw('set synchronous_commit to on'));
      },
    }),
  });
  const opened = await prepared(database, upto);
  if (!opened.ok) await database.destroy();
  return opened.ok ? success(database) : opened;
}

async function prepared(
  database: Kysely<Database>,
  upto: string | undefined,
): Promise<Result<'ready', DatabaseRefusal>> {
  try {
    const durable = await durabilityOf(database);
    return durable.ok ? await migrateAlone(database, upto) : durable;
  } catch (error) {
    return refusal('cannotOpen', messageOf(error));
  }
}

// Two nodes may start at once: the second waits here, and finds the tables made.
function migrateAlone(
  database: Kysely<Database>,
  upto: string | undefined,
): Promise<Result<'ready', 'cannotMigrate'>> {
  return database.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK}::bigint)`.execute(connection);
    try {
      const migrated = await migrate(connection, upto);
      return migrated.ok ? success('ready') : migrated;
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK}::bigint)`.execute(connection);
    }
  });
}

// Counts and moments are whole numbers far below 2^53: they come as numbers, as they do from SQLite.
function typeParser(type: Parameters<typeof pg.types.getTypeParser>[0], format?: 'text' | 'binary'): unknown {
  return type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format);
}
