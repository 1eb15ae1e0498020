import type { Result } from '#lib/base/result.ts';
import type { JournalEvent } from './event.ts';

/** Why events could not be appended: another tab was first, no room, no database, what was to be cancelled has left, or the journal was locked. */
export type AppendRefusal = 'headMoved' | 'storageFull' | 'storageClosed' | 'alreadyLeft' | 'locked';

/** Keeps learners' journals: append only, dense sequences, durable once the promise has resolved. */
export interface EventStore {
  /** Every event of a learner in order, and the sequence of the last (0 for an empty journal). */
  read(learner: string): Promise<{ readonly events: readonly JournalEvent[]; readonly head: number }>;
  /**
   * Adds events after `head`, all or none, and gives the new head. Refused with `headMoved` when the journal has grown
   * meanwhile: nothing is written then.
   */
  append(
    learner: string,
    head: number,
    events: readonly JournalEvent[],
  ): Promise<Result<number, AppendRefusal>>;
}
