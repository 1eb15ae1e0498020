import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Moment } from '#lib/base/clock.ts';
import type { EventFact, JournalEvent } from '#lib/journal/event.ts';
import { DexieEventStore, type OutboxChange } from '#lib/journal/local/dexie-event-store.ts';
import type { AppendRefusal } from '#lib/journal/event-store.ts';
import { localDatabase, type LocalDatabase } from '#lib/local/database.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import { emptyProfile, evolve, profileOf, type Profile } from './profile.ts';

/** The moment by this device's clock: data in an event, never order. */
export function momentNow(): Moment {
  const now = new Date();
  return { at: now.getTime(), offsetMinutes: -now.getTimezoneOffset() };
}

/** The learner at this device: the journal's projection, kept in step with what is written. */
class Learner {
  #profile = $state.raw<Profile>(emptyProfile);
  #state = $state<'closed' | 'open' | StorageFailure>('closed');
  #id = '';
  #head = 0;
  #opening: Promise<void> | undefined;

  /** What the journal says so far. */
  get profile(): Profile {
    return this.#profile;
  }

  /** Whether the journal was read, or why it could not be. */
  get state(): 'closed' | 'open' | StorageFailure {
    return this.#state;
  }

  get database(): LocalDatabase {
    return localDatabase();
  }

  /** Reads the journal of the learner who used this device last, once; a first learner is made at the first use. */
  open(): Promise<void> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Reads the journal again: another tab may have written. */
  async reread(): Promise<void> {
    const { events, head } = await new DexieEventStore(this.database).read(this.#id);
    this.#head = head;
    this.#profile = profileOf(events);
  }

  /**
   * Writes facts, and what changes in the outbox with them, all or none; the profile shows them once they are on the disk.
   * On `headMoved` the journal was read again and nothing was written.
   */
  async record(
    facts: readonly EventFact[],
    change: OutboxChange = {},
  ): Promise<Result<'recorded', AppendRefusal>> {
    const moment = momentNow();
    const events = facts.map((fact): JournalEvent => ({ ...fact, ...moment }));
    const store = new DexieEventStore(this.database);
    // One writer at a time over tabs: the second waits, then finds that the head moved.
    const appended = await navigator.locks.request(`jalon-journal-${this.#id}`, () =>
      store.append(this.#id, this.#head, events, change),
    );
    if (!appended.ok) {
      if (appended.reason === 'headMoved') await this.reread();
      return refusal(appended.reason);
    }
    this.#head = appended.value;
    this.#profile = events.reduce(evolve, this.#profile);
    return success('recorded');
  }

  async #open(): Promise<void> {
    try {
      const rows = await this.database.learners.toArray();
      const last = rows.toSorted((left, right) => right.usedAt - left.usedAt)[0];
      this.#id = last?.learner ?? crypto.randomUUID();
      await this.database.learners.put({ learner: this.#id, usedAt: Date.now() });
      await this.reread();
      this.#state = 'open';
    } catch (error) {
      this.#state = storageFailureOf(error);
    }
  }
}

export const learner = new Learner();
