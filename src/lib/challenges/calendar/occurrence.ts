import { dayAfter, daysBetween, type Day } from './day.ts';
import type { CalendarEvent } from './state.ts';

/** Whether an event takes place on a day, its repetition counted. */
export function isOn(event: CalendarEvent, day: Day): boolean {
  const days = daysBetween(event.date, day);
  if (days === 0) return true;
  if (days < 0 || (event.until !== '' && day > event.until)) return false;
  if (event.repeat === 'week') return days % 7 === 0;
  if (event.repeat === 'fortnight') return days % 14 === 0;
  return event.repeat === 'month' && event.date.slice(8) === day.slice(8);
}

/** The events of a day, by the time at which they begin. */
export function eventsOn(events: readonly CalendarEvent[], day: Day): readonly CalendarEvent[] {
  return events.filter((event) => isOn(event, day)).sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** How far ahead two repeated events are compared, in days. */
const horizon = 366;

/** The ids of the events that an event meets: both are on one day, and their hours overlap. */
export function conflictsOf(event: CalendarEvent, events: readonly CalendarEvent[]): readonly string[] {
  const others = events.filter(
    (other) => other.id !== event.id && other.from < event.to && event.from < other.to,
  );
  if (others.length === 0) return [];
  const days = event.repeat === 'none' ? 1 : horizon;
  const met = new Set<string>();
  for (let ahead = 0; ahead < days; ahead += 1) {
    const day = dayAfter(event.date, ahead);
    if (!isOn(event, day)) continue;
    for (const other of others) if (isOn(other, day)) met.add(other.id);
  }
  return others.filter(({ id }) => met.has(id)).map(({ id }) => id);
}
