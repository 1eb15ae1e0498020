import { assert } from '#lib/base/assert.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Moment } from '#lib/base/clock.ts';
import type { EventFact, JournalEvent } from '#lib/journal/event.ts';
import type { AppendRefusal } from '#lib/journal/event-store.ts';
import type { OutboxChange } from '#lib/journal/local/dexie-event-store.ts';
import type { OpenedJournal } from '#lib/journal/local/open-journal.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { forgetUnfinished } from '#lib/local/unfinished.ts';
import type { StorageFailure } from '#lib/local/storage-failure.ts';
import { emptyProfile, evolve, profileOf, type Profile } from './profile.ts';

/** The moment by this device's clock: data in an event, never order. */
export function momentNow(): Moment {
  const now = new Date();
  return { at: now.getTime(), offsetMinutes: -now.getTimezoneOffset() };
}

/** Whether a journal was read, why none could be, or that the device is shared and waits for somebody. */
export type LearnerState = 'closed' | 'open' | 'locked' | StorageFailure;

/** The learner at this device: the journal's projection, kept in step with what is written. */
class Learner {
  #profile = $state.raw<Profile>(emptyProfile);
  #events = $state.raw<readonly JournalEvent[]>([]);
  #state = $state<LearnerState>('closed');
  #isShared = $state(false);
  #database: LocalDatabase | undefined;
  #journal: OpenedJournal | undefined;
  #head = 0;
  #opening: Promise<void> | undefined;
  #writing: Promise<unknown> = Promise.resolve();
  #told: ((profile: Profile) => void) | undefined;

  /** What the journal says so far. */
  get profile(): Profile {
    return this.#profile;
  }

  /** The journal itself: what is folded on one page only is folded there. */
  get events(): readonly JournalEvent[] {
    return this.#events;
  }

  /** Whether the journal was read, or why it could not be. */
  get state(): LearnerState {
    return this.#state;
  }

  /** Whether several people use this device: nothing of one is shown to another. */
  get isShared(): boolean {
    return this.#isShared;
  }

  /** Where « Finish » leads: home, or to handing over a device that several people use. */
  get wayOut(): string {
    return this.#isShared ? '/station/finish' : '/';
  }

  /** The device's database; only once a journal was looked for. */
  get database(): LocalDatabase {
    assert(this.#database !== undefined, 'the database is open');
    return this.#database;
  }

  /** Whose journal it is: a random id that never leaves the device; only once the journal is open. */
  get id(): string {
    return this.#opened.learner;
  }

  /** The journal itself, for who takes it elsewhere; only once it is open. */
  get held(): Pick<OpenedJournal, 'database' | 'learner' | 'store'> {
    return this.#opened;
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

  /** Takes the journal that somebody opened on a shared device; `told` hears what it says, now and after each writing. */
  take(journal: OpenedJournal, told: (profile: Profile) => void): void {
    this.#told = told;
    this.#hold(journal);
  }

  /** Forgets whose journal it was, and all that it said: somebody else may come, or the same person again. */
  lock(): void {
    this.#journal = undefined;
    this.#told = undefined;
    this.#head = 0;
    this.#events = [];
    this.#profile = emptyProfile;
    forgetUnfinished();
    this.#isShared = true;
    this.#state = 'locked';
  }

  /** Reads the journal again: another tab may have written. */
  async reread(): Promise<void> {
    const journal = this.#opened;
    const { events, head } = await journal.store.read(journal.learner);
    if (journal !== this.#journal) return;
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
    if (this.#journal === undefined && this.#state === 'locked') return refusal('locked');
    const journal = this.#opened;
    const moment = momentNow();
    const events = facts.map((fact): JournalEvent => ({ ...fact, ...moment }));
    const appended = await this.#inTurn(() => this.#append(journal, events, change));
    // Written, and locked meanwhile: it is read again when the journal is.
    if (journal !== this.#journal) return refusal('locked');
    if (!appended.ok) {
      if (appended.reason === 'headMoved') await this.reread();
      return refusal(appended.reason);
    }
    this.#events = [...this.#events, ...events];
    this.#profile = events.reduce(evolve, this.#profile);
    this.#told?.(this.#profile);
    return success('recorded');
  }

  /** Each writing begins where the last one ended. Of two tabs the database itself lets one write after the other, which then finds that the head moved. */
  #inTurn<Value>(write: () => Promise<Value>): Promise<Value> {
    const written = this.#writing.then(write);
    this.#writing = written.catch(() => undefined);
    return written;
  }

  async #append(
    journal: OpenedJournal,
    events: readonly JournalEvent[],
    change: OutboxChange,
  ): Promise<Result<number, AppendRefusal>> {
    if (journal !== this.#journal) return refusal('locked');
    const appended = await journal.store.append(journal.learner, this.#head, events, change);
    if (appended.ok && journal === this.#journal) this.#head = appended.value;
    return appended;
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
    this.#database = opened.value.database;
    if ('store' in opened.value) this.#hold(opened.value);
    else this.lock();
  }

  #hold(journal: OpenedJournal): void {
    this.#journal = journal;
    this.#head = journal.head;
    this.#events = journal.events;
    this.#profile = profileOf(journal.events);
    this.#state = 'open';
    this.#told?.(this.#profile);
  }
}

export const learner = new Learner();
