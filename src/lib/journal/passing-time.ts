import type { Moment } from '#lib/base/clock.ts';
import { dayNumber } from '#lib/base/clock.ts';

/** The days of a journal, by a time that never goes back. */
export interface JournalDays {
  /** The day of each event, in their order. */
  readonly days: readonly number[];
  readonly today: number;
  /** How many days a clock that went back is behind: taken off a day, it gives the one of this device's calendar. */
  readonly ahead: number;
}

/**
 * The day of each event of a journal, and today. The time that passed is what the clock went forward, from one event to
 * the next and up to now: a clock that goes back takes nothing away and adds nothing.
 */
export function journalDays(events: readonly Moment[], now: Moment): JournalDays {
  const first = events[0] ?? now;
  let time = first.at;
  let before = first.at;
  const days = [...events, now].map(({ at, offsetMinutes }) => {
    time += Math.max(0, at - before);
    before = at;
    return dayNumber({ at: time, offsetMinutes });
  });
  const today = days.pop() ?? dayNumber(now);
  return { days, today, ahead: today - dayNumber(now) };
}
