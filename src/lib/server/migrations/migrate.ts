import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Database } from '../schema.ts';
import { migrations } from './provider.ts';

/** Why a database is not used: it does not open, a confirmed write could be lost, or its tables cannot be brought up to date. */
export type DatabaseRefusal = 'cannotOpen' | 'notDurable' | 'cannotMigrate';

/** Brings the tables to this version, or to the migration `upto`; refused when a migration fails, or when a newer version was here. */
export async function migrate(
  database: Kysely<Database>,
  upto: string | undefined,
): Promise<Result<'migrated', 'cannotMigrate'>> {
  const migrator = new Migrator({ db: database, provider: migrations });
  if (upto !== undefined) {
    const last = (await migrator.getMigrations()).findLast(({ executedAt }) => executedAt !== undefined);
    // Nothing is ever undone: that would forget tables that are there.
    if (last !== undefined && last.name > upto)
      return refusal('cannotMigrate', `it is at ${last.name}, after ${upto}`);
  }
  const { error } = await (upto === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upto));
  return error === undefined ? success('migrated') : refusal('cannotMigrate', messageOf(error));
}

/** What an error says, for the one who runs the server. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
