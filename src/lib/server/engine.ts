import { PostgresAdapter, sql, type ColumnDataType, type Kysely, type Transaction } from 'kysely';

// All that differs between the two databases, once they are open. Everything else is one query for both.

/** Which database stands behind the queries. */
export type Engine = 'sqlite' | 'postgres';

/** Whether an address is one of PostgreSQL's; else it is the path of a file for SQLite. */
export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** Which database these queries go to. */
export function engineOf<Tables>(database: Kysely<Tables>): Engine {
  return database.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}

/** The types of the accounts' columns: Better Auth writes whole dates and booleans where there are such. */
export function accountTypes(engine: Engine): Readonly<Record<'moment' | 'flag', ColumnDataType>> {
  return engine === 'postgres'
    ? { moment: 'timestamptz', flag: 'boolean' }
    : { moment: 'date', flag: 'integer' };
}

/**
 * Does `work` in one transaction, while nobody else does theirs under any of the same keys: neither this process nor
 * another node. SQLite lets one writer in at a time whatever the keys; PostgreSQL is asked for a lock on each.
 */
export function exclusively<Tables, Done>(
  database: Kysely<Tables>,
  keys: readonly string[],
  work: (transaction: Transaction<Tables>) => Promise<Done>,
): Promise<Done> {
  return database.transaction().execute(async (transaction) => {
    if (engineOf(transaction) === 'postgres') {
      // In one order, so that two who want the same ones never wait for each other.
      for (const key of [...new Set(keys)].sort()) {
        await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(transaction);
      }
    }
    return work(transaction);
  });
}
