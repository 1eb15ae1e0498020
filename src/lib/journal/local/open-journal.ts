import { refusal, success, type Result } from '#lib/base/result.ts';
import { localDatabase, type LocalDatabase } from '#lib/local/database.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import type { JournalEvent } from '../event.ts';
import { DexieEventStore } from './dexie-event-store.ts';

/** The journal of the learner at this device, as it was when it was opened. */
export interface OpenedJournal {
  readonly learner: string;
  readonly database: LocalDatabase;
  readonly store: DexieEventStore;
  readonly events: readonly JournalEvent[];
  readonly head: number;
}

/**
 * Opens the journal of the learner who used this device last; a first learner is made at the first use. Refused where
 * nothing can be kept (private mode, no room).
 */
export async function openJournal(now: number): Promise<Result<OpenedJournal, StorageFailure>> {
  const database = localDatabase();
  try {
    const rows = await database.learners.toArray();
    const last = rows.toSorted((left, right) => right.usedAt - left.usedAt)[0];
    const learner = last?.learner ?? crypto.randomUUID();
    await database.learners.put({ learner, usedAt: now });
    const store = new DexieEventStore(database);
    return success({ learner, database, store, ...(await store.read(learner)) });
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}
