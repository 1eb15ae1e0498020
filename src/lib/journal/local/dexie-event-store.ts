import { refusal, success, type Result } from '#lib/base/result.ts';
import { textOf, utf8 } from '#lib/base/bytes.ts';
import type { LocalDatabase, OutboxRow } from '#lib/local/database.ts';
import { freeBallast } from '#lib/local/ballast.ts';
import { storageFailureOf, withReopening } from '#lib/local/storage-failure.ts';
import { parseEvent, printEvent, type JournalEvent } from '../event.ts';
import type { AppendRefusal, EventStore } from '../event-store.ts';

/** What changes in the outbox together with an append, all or none. */
export interface OutboxChange {
  readonly put?: OutboxRow;
  /** An entry to cancel; nothing is written when it already stands in a parcel. */
  readonly cancel?: string;
}

/** The journals in the device's database. */
export class DexieEventStore implements EventStore {
  readonly #database: LocalDatabase;

  constructor(database: LocalDatabase) {
    this.#database = database;
  }

  async read(learner: string): Promise<{ readonly events: readonly JournalEvent[]; readonly head: number }> {
    const rows = await withReopening(this.#database, () =>
      this.#database.events.where('[learner+seq]').between([learner, 0], [learner, Infinity]).toArray(),
    );
    const events = rows.flatMap((row) => parseEvent(textOf(row.body)) ?? []);
    return { events, head: rows.at(-1)?.seq ?? 0 };
  }

  async append(
    learner: string,
    head: number,
    events: readonly JournalEvent[],
    change: OutboxChange = {},
  ): Promise<Result<number, AppendRefusal>> {
    // All is computed before the transaction: awaiting anything else inside would commit it half-way.
    const rows = events.map((event, index) => ({
      learner,
      seq: head + index + 1,
      body: utf8(printEvent(event)),
    }));
    const write = (): PromiseLike<Result<number, AppendRefusal>> =>
      this.#database.transaction('rw', this.#database.events, this.#database.outbox, async () => {
        const last = await this.#database.events
          .where('[learner+seq]')
          .between([learner, 0], [learner, Infinity])
          .last();
        if ((last?.seq ?? 0) !== head) return refusal('headMoved');
        if (change.cancel !== undefined) {
          const entry = await this.#database.outbox.get(change.cancel);
          if (entry === undefined || entry.first !== undefined) return refusal('alreadyLeft');
          await this.#database.outbox.delete(change.cancel);
        }
        if (change.put !== undefined) await this.#database.outbox.add(change.put);
        await this.#database.events.bulkAdd(rows);
        return success(head + rows.length);
      });
    try {
      return await withReopening(this.#database, write);
    } catch (error) {
      const failure = storageFailureOf(error);
      if (failure !== 'storageFull' || !(await freeBallast(this.#database))) return refusal(failure);
    }
    try {
      return await write();
    } catch (error) {
      return refusal(storageFailureOf(error));
    }
  }
}
