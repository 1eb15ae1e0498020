import { refusal, success, type Result } from '#lib/base/result.ts';
import { textOf, utf8 } from '#lib/base/bytes.ts';
import type { EventRow, LocalDatabase, OutboxRow } from '#lib/local/database.ts';
import { freeBallast } from '#lib/local/ballast.ts';
import { storageFailureOf, withReopening } from '#lib/local/storage-failure.ts';
import { parseEvent, printEvent, type JournalEvent } from '../event.ts';
import type { AppendRefusal, EventStore } from '../event-store.ts';
import { plainCodec, type JournalCodec } from '../journal-codec.ts';

/** What changes in the outbox together with an append, all or none. */
export interface OutboxChange {
  readonly put?: OutboxRow;
  /** An entry to cancel; nothing is written when it already stands in a parcel. */
  readonly cancel?: string;
}

/** The journals in the device's database, in clear or sealed as the codec says. */
export class DexieEventStore implements EventStore {
  readonly #database: LocalDatabase;
  readonly #codec: JournalCodec;

  constructor(database: LocalDatabase, codec: JournalCodec = plainCodec) {
    this.#database = database;
    this.#codec = codec;
  }

  async read(learner: string): Promise<{ readonly events: readonly JournalEvent[]; readonly head: number }> {
    const bodies = await this.bodies(learner);
    return { events: bodies.flatMap((body) => parseEvent(textOf(body)) ?? []), head: bodies.length };
  }

  /** The bodies of a learner's events, in their order, as they were before any seal. */
  async bodies(learner: string): Promise<readonly Uint8Array[]> {
    const rows = await withReopening(this.#database, () =>
      this.#database.events.where('[learner+seq]').between([learner, 0], [learner, Infinity]).toArray(),
    );
    return Promise.all(rows.map(({ seq, body }) => this.#codec.decode(learner, seq, body)));
  }

  /** The rows that keep bodies after a place of a learner's journal: to be made before the transaction that adds them. */
  rowsOf(learner: string, head: number, bodies: readonly Uint8Array[]): Promise<readonly EventRow[]> {
    return Promise.all(
      bodies.map(async (body, index) => {
        const seq = head + index + 1;
        return { learner, seq, body: await this.#codec.encode(learner, seq, body) };
      }),
    );
  }

  /** Whether this learner's journal may be written in this form: on a shared device only sealed, and of somebody who is still here. */
  async mayWrite(learner: string): Promise<boolean> {
    const { stations, people } = this.#database;
    return this.#codec.isSealed ? (await people.get(learner)) !== undefined : (await stations.count()) === 0;
  }

  async append(
    learner: string,
    head: number,
    events: readonly JournalEvent[],
    change: OutboxChange = {},
  ): Promise<Result<number, AppendRefusal>> {
    // All is computed before the transaction: awaiting anything else inside would commit it half-way.
    const rows = await this.rowsOf(
      learner,
      head,
      events.map((event) => utf8(printEvent(event))),
    );
    const { events: journal, outbox, stations, people } = this.#database;
    const write = (): PromiseLike<Result<number, AppendRefusal>> =>
      this.#database.transaction('rw', [journal, outbox, stations, people], async () => {
        // Asked together: one way to the database and back instead of two.
        const [mayWrite, last] = await Promise.all([
          this.mayWrite(learner),
          journal.where('[learner+seq]').between([learner, 0], [learner, Infinity]).last(),
        ]);
        if (!mayWrite) return refusal('locked');
        if ((last?.seq ?? 0) !== head) return refusal('headMoved');
        if (change.cancel !== undefined) {
          const entry = await outbox.get(change.cancel);
          const hasLeft = entry === undefined || entry.first !== undefined || entry.hasLeft === true;
          if (hasLeft) return refusal('alreadyLeft');
          await outbox.delete(change.cancel);
        }
        if (change.put !== undefined) await outbox.add(change.put);
        await journal.bulkAdd(rows);
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
