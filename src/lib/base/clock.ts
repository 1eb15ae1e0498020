/** A moment as data: never used to order events. */
export interface Moment {
  /** Milliseconds since 1970 in UTC, as the device believes. */
  readonly at: number;
  /** Minutes to add to UTC for the local time. */
  readonly offsetMinutes: number;
}

/** The local calendar day of a moment, as YYYY-MM-DD. */
export function localDay(moment: Moment): string {
  return new Date(moment.at + moment.offsetMinutes * 60_000).toISOString().slice(0, 10);
}

const dayMs = 86_400_000;

/** The local calendar day of a moment, counted from 1970. */
export function dayNumber(moment: Moment): number {
  return Math.floor((moment.at + moment.offsetMinutes * 60_000) / dayMs);
}

/** Midnight in UTC of a day counted from 1970, as milliseconds: for showing it by a calendar in UTC. */
export function startOfDay(day: number): number {
  return day * dayMs;
}
