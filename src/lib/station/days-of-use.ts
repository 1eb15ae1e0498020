/** Distinct days of use in the order they came: what retention counts, since a clock that jumps adds one day and no more. */
export type DaysOfUse = readonly string[];

/** For how many days of use a kept journal stays without being opened. */
export const keptDays = 30;
/** How long before its end the mediator is told. */
const noticeDays = 5;
/** A journal whose end was never told to a mediator stays until here. */
const unnoticedDays = 60;

/** The days with today among them. */
export function withDay(days: DaysOfUse, today: string): DaysOfUse {
  return days.includes(today) ? days : [...days, today];
}

/** How many days of use came after a day; a day that is not among them counts as the newest. */
export function daysSince(days: DaysOfUse, day: string): number {
  const place = days.indexOf(day);
  return place < 0 ? 0 : days.length - 1 - place;
}

/** `here` on the first screen; `ended` for a guest of another day, and `leaving` for a kept journal near its end, told to the mediator; `over`: erased. */
export type Fate = 'here' | 'ended' | 'leaving' | 'over';

/** What becomes of a journal today. */
export function fateOf(
  person: { readonly lock: string; readonly usedDay: string; readonly isNoticed: boolean },
  days: DaysOfUse,
  today: string,
): Fate {
  if (person.usedDay === today) return 'here';
  const age = daysSince(days, person.usedDay);
  // A wrong clock makes one day that is none: a guest stays out of sight for one more before being erased.
  if (person.lock === 'none') return age >= 2 ? 'over' : age === 1 ? 'ended' : 'here';
  if (age >= (person.isNoticed ? keptDays : unnoticedDays)) return 'over';
  return age >= keptDays - noticeDays ? 'leaving' : 'here';
}
