import Dexie from 'dexie';

/** Why the device could not keep something: no room left, or no database at all (private mode, a dead handle). */
export type StorageFailure = 'storageFull' | 'storageClosed';

/** The reason behind a failed write; an error that is not about storage is thrown on: it is a bug. */
export function storageFailureOf(error: unknown): StorageFailure {
  const names = new Set<string>();
  for (let each: unknown = error; each instanceof Error; each = innerOf(each)) names.add(each.name);
  if (names.has('QuotaExceededError')) return 'storageFull';
  const closed = [
    'DatabaseClosedError',
    'MissingAPIError',
    'OpenFailedError',
    'InvalidStateError',
    'AbortError',
  ];
  const more = ['UnknownError', 'SecurityError', 'NotFoundError', 'TransactionInactiveError', 'VersionError'];
  if ([...closed, ...more].some((name) => names.has(name))) return 'storageClosed';
  throw error;
}

/**
 * Runs a write and gives it again after reopening the database, at most `attempts` times in all: browsers do lose the
 * handle of a database (« Connection to Indexed Database server lost »), and a dead handle never mends itself.
 */
export async function withReopening<Value>(
  database: Dexie,
  write: () => PromiseLike<Value>,
  attempts = 3,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      const isDeadHandle =
        error instanceof Error &&
        ['DatabaseClosedError', 'InvalidStateError', 'UnknownError'].includes(error.name);
      if (!isDeadHandle || attempt >= attempts) throw error;
      database.close({ disableAutoOpen: false });
      await database.open();
    }
  }
}

// A quota failure comes as an AbortError whose `inner` names it (Dexie), or as the transaction's `cause`.
function innerOf(error: Error): unknown {
  return 'inner' in error && error.inner !== error ? error.inner : error.cause;
}
