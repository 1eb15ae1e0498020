import { refusal, success, type Result } from '#lib/base/result.ts';
import { localDatabase, type LocalDatabase } from '#lib/local/database.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import type { JournalEvent } from '../event.ts';
import { plainCodec, type JournalCodec } from '../journal-codec.ts';
import { DexieEventStore } from './dexie-event-store.ts';

/** The journal of the learner at this device, as it was when it was opened. */
export interface OpenedJournal {
  readonly learner: string;
  readonly database: LocalDatabase;
  readonly store: DexieEventStore;
  readonly events: readonly JournalEvent[];
  readonly head: number;
}

/** A device that several people share: each opens a journal of their own. */
export interface SharedDevice {
  readonly database: LocalDatabase;
}

/**
 * Opens the journal of the learner who used this device last; a first learner is made at the first use. On a shared device
 * none is opened. Refused where nothing can be kept (private mode, no room).
 */
export async function openJournal(
  now: number,
): Promise<Result<OpenedJournal | SharedDevice, StorageFailure>> {
  const database = localDatabase();
  try {
    if ((await database.stations.count()) > 0) return success({ database });
    const rows = await database.learners.toArray();
    const last = rows.toSorted((left, right) => right.usedAt - left.usedAt)[0];
    const learner = last?.learner ?? crypto.randomUUID();
    await database.learners.put({ learner, usedAt: now });
    return success(await readJournal(database, learner, plainCodec));
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}

/** One learner's journal, read whole; rejects when the codec is not the one that it was written with. */
export async function readJournal(
  database: LocalDatabase,
  learner: string,
  codec: JournalCodec,
): Promise<OpenedJournal> {
  const store = new DexieEventStore(database, codec);
  return { learner, database, store, ...(await store.read(learner)) };
}
