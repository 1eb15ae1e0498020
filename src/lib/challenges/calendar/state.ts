import type { Words } from '../kind.ts';
import type { Reply } from './action.ts';
import type { Day } from './day.ts';
import { calendarsOf, type CalendarStart, type Repeat, type StartEvent } from './start.ts';

/** An event, its words as the learner reads them. Type aliases: only these are known to be plain JSON. */
export type CalendarEvent = {
  readonly id: string;
  readonly title: string;
  readonly date: Day;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly calendar: string;
  readonly repeat: Repeat;
  /** The last day on which it may come back; empty when it never ends. */
  readonly until: Day;
  /** Minutes before it begins; -1 is never. */
  readonly reminder: number;
  readonly guests: readonly string[];
};

/** The whole of the simulator, as plain data. */
export type CalendarState = {
  /** The day that is shown. */
  readonly day: Day;
  readonly events: readonly CalendarEvent[];
  /** The event being written; its id is empty while it is new. */
  readonly draft: CalendarEvent | null;
  /** How many events were made. */
  readonly made: number;
  /** The event that was made or changed last; empty before. */
  readonly last: string;
  readonly replies: Readonly<Record<string, Reply>>;
  readonly ticked: readonly string[];
  readonly hasVoted: boolean;
  readonly deleted: readonly string[];
};

/** The calendar as the learner finds it. */
export function beginCalendar(start: CalendarStart, words: Words): CalendarState {
  return {
    day: start.today,
    events: start.events.map((event) => worded(event, start, words)),
    draft: null,
    made: 0,
    last: '',
    replies: {},
    ticked: [],
    hasVoted: false,
    deleted: [],
  };
}

/** An event of the start, with the learner's words. */
export function worded(event: StartEvent, start: CalendarStart, words: Words): CalendarEvent {
  return {
    id: event.id,
    title: words(event.title),
    date: event.date,
    from: event.from,
    to: event.to,
    place: event.place === undefined ? '' : words(event.place),
    calendar: event.calendar ?? calendarsOf(start)[0]?.id ?? 'own',
    repeat: event.repeat,
    until: event.until ?? '',
    reminder: event.reminder,
    guests: event.guests,
  };
}

/** An event that begins to be written on a day: an hour in the afternoon, with nobody else. */
export function blankEvent(day: Day, start: CalendarStart): CalendarEvent {
  return {
    id: '',
    title: '',
    date: day,
    from: '14:00',
    to: '15:00',
    place: '',
    calendar: calendarsOf(start)[0]?.id ?? 'own',
    repeat: 'none',
    until: '',
    reminder: -1,
    guests: [],
  };
}

/** Whether a calendar may be written in. */
export function isWritable(start: CalendarStart, calendar: string): boolean {
  return calendarsOf(start).some((each) => each.id === calendar && !each.readOnly);
}
