import { assert } from '#lib/base/assert.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Moment } from '#lib/base/clock.ts';
import type { EventFact, JournalEvent } from '#lib/journal/event.ts';
import type { AppendRefusal } from '#lib/journal/event-store.ts';
import type { OutboxChange } from '#lib/journal/local/dexie-event-store.ts';
import type { OpenedJournal } from '#lib/journal/local/open-journal.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import type { StorageFailure } from '#lib/local/storage-failure.ts';
import { emptyProfile, evolve, profileOf, type Profile } from './profile.ts';

/** The moment by this device's clock: data in an event, never order. */
export function momentNow(): Moment {
  const now = new Date();
  return { at: now.getTime(), offsetMinutes: -now.getTimezoneOffset() };
}

/** The learner at this device: the journal's projection, kept in step with what is written. */
class Learner {
  #profile = $state.raw<Profile>(emptyProfile);
  #events = $state.raw<readonly JournalEvent[]>([]);
  #state = $state<'closed' | 'open' | StorageFailure>('closed');
  #journal: OpenedJournal | undefined;
  #head = 0;
  #opening: Promise<void> | undefined;

  /** What the journal says so far. */
  get profile(): Profile {
    return this.#profile;
  }

  /** The journal itself: what is folded on one page only is folded there. */
  get events(): readonly JournalEvent[] {
    return this.#events;
  }

  /** Whether the journal was read, or why it could not be. */
  get state(): 'closed' | 'open' | StorageFailure {
    return this.#state;
  }

  /** The device's database; only once the journal is open. */
  get database(): LocalDatabase {
    return this.#opened.database;
  }

  /** Whose journal it is: a random id that never leaves the device; only once the journal is open. */
  get id(): string {
    return this.#opened.learner;
  }

  /** Opens the journal anew: another one stands in its place. */
  openAgain(): Promise<void> {
    this.#opening = this.#open();
    return this.#opening;
  }

  /** Reads the journal of the learner who used this device last, once; a first learner is made at the first use. */
  open(): Promise<void> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Reads the journal again: another tab may have written. */
  async reread(): Promise<void> {
    const { store, learner: id } = this.#opened;
    const { events, head } = await store.read(id);
    this.#head = head;
    this.#events = events;
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
    const { store, learner: id } = this.#opened;
    // One writer at a time over tabs: the second waits, then finds that the head moved.
    const appended = await navigator.locks.request(`jalon-journal-${id}`, () =>
      store.append(id, this.#head, events, change),
    );
    if (!appended.ok) {
      if (appended.reason === 'headMoved') await this.reread();
      return refusal(appended.reason);
    }
    this.#head = appended.value;
    this.#events = [...this.#events, ...events];
    this.#profile = events.reduce(evolve, this.#profile);
    return success('recorded');
  }

  get #opened(): OpenedJournal {
    assert(this.#journal !== undefined, 'the journal is open');
    return this.#journal;
  }

  async #open(): Promise<void> {
    // The database comes after the first paint: a first screen needs none of it.
    const { openJournal } = await import('#lib/journal/local/open-journal.ts');
    const opened = await openJournal(Date.now());
    if (!opened.ok) {
      this.#state = opened.reason;
      return;
    }
    this.#journal = opened.value;
    this.#head = opened.value.head;
    this.#events = opened.value.events;
    this.#profile = profileOf(opened.value.events);
    this.#state = 'open';
  }
}

export const learner = new Learner();
