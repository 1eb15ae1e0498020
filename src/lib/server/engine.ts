import { PostgresAdapter, sql, type ColumnDataType, type Kysely, type Transaction } from 'kysely';
import { SharedCommits } from './shared-commits.ts';

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

const commits = new WeakMap<object, unknown>();

/**
 * Does `work` in one transaction, while nobody else does theirs under any of the same keys: neither this process nor
 * another node. SQLite lets one writer in at a time whatever the keys, so works that come together share a commit;
 * PostgreSQL is asked for a lock on each key.
 */
export function exclusively<Tables, Done>(
  database: Kysely<Tables>,
  keys: readonly string[],
  work: (transaction: Transaction<Tables>) => Promise<Done>,
): Promise<Done> {
  if (engineOf(database) === 'sqlite') return commitsOf(database).do(work);
  return database.transaction().execute(async (transaction) => {
    // In one order, so that two who want the same ones never wait for each other.
    for (const key of [...new Set(keys)].sort()) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(transaction);
    }
    return work(transaction);
  });
}

function commitsOf<Tables>(database: Kysely<Tables>): SharedCommits<Tables> {
  const known = commits.get(database) as SharedCommits<Tables> | undefined;
  if (known !== undefined) return known;
  const made = new SharedCommits(database);
  commits.set(database, made);
  return made;
}
