import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Database } from '../schema.ts';
import { migrations } from './provider.ts';

/** Why a database is not used: it does not open, a confirmed write could be lost, or its tables cannot be brought up to date. */
export type DatabaseRefusal = 'cannotOpen' | 'notDurable' | 'cannotMigrate';

/** Brings the tables to this version; refused when a migration fails, or when a newer version was here. */
export async function migrateToLatest(
  database: Kysely<Database>,
): Promise<Result<'migrated', 'cannotMigrate'>> {
  const { error } = await new Migrator({ db: database, provider: migrations }).migrateToLatest();
  return error === undefined ? success('migrated') : refusal('cannotMigrate', messageOf(error));
}

/** What an error says, for the one who runs the server. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
