import type { Kysely } from 'kysely';
import type { Result } from '#lib/base/result.ts';
import { isPostgres } from './engine.ts';
import type { DatabaseRefusal } from './migrations/migrate.ts';
import { openPostgres } from './postgres-database.ts';
import type { Database } from './schema.ts';
import { openSqlite } from './sqlite-database.ts';

/**
 * The database at an address, durable and up to date: PostgreSQL behind `postgres://`, else SQLite in the file of that
 * path. Refused when it cannot be opened, when a write that was confirmed could still be lost (`notDurable`), or when
 * its tables cannot be brought to this version, or to the migration `upto` when it is given.
 */
export function openDatabase(
  address: string,
  upto?: string,
): Promise<Result<Kysely<Database>, DatabaseRefusal>> {
  return isPostgres(address) ? openPostgres(address, upto) : openSqlite(address, upto);
}
