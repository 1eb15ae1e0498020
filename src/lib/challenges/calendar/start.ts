import * as v from 'valibot';
import { isDay } from './day.ts';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);
export const daySchema = v.pipe(v.string(), v.check(isDay, 'a day is written 2026-03-05'));
export const timeSchema = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):(00|15|30|45)$/, 'a time is a quarter of an hour: 14:30'),
);

export const repeats = ['none', 'week', 'fortnight', 'month'] as const;
export type Repeat = (typeof repeats)[number];

/** Minutes before an event at which it may remind; -1 is never. */
export const reminders = [-1, 0, 15, 60, 1440, 10_080] as const;
const reminder = v.picklist(reminders);

const eventEntries = {
  id,
  title: text,
  date: daySchema,
  from: timeSchema,
  to: timeSchema,
  place: v.optional(text),
  calendar: v.optional(id),
  repeat: v.optional(v.picklist(repeats), 'none'),
  until: v.optional(daySchema),
  reminder: v.optional(reminder, -1),
  guests: v.optional(v.array(id), []),
};

/** What an author writes under `start` for the calendar. */
export const calendarStart = v.strictObject({
  today: daySchema,
  people: v.optional(v.array(v.strictObject({ id, name: text })), []),
  /** The first is the learner's own; what is in a read-only one cannot be changed. */
  calendars: v.optional(
    v.pipe(
      v.array(v.strictObject({ id, name: text, readOnly: v.optional(v.boolean(), false) })),
      v.minLength(1),
      v.maxLength(5),
    ),
  ),
  events: v.optional(v.pipe(v.array(v.strictObject(eventEntries)), v.maxLength(60)), []),
  invitations: v.optional(v.array(v.strictObject({ ...eventEntries, by: id })), []),
  poll: v.optional(
    v.strictObject({
      title: text,
      slots: v.pipe(
        v.array(v.strictObject({ id, date: daySchema, from: timeSchema, to: timeSchema, can: v.array(id) })),
        v.minLength(2),
        v.maxLength(8),
      ),
    }),
  ),
  /** Titles and places to tap instead of typing. */
  titles: v.optional(v.array(text), []),
  places: v.optional(v.array(text), []),
});
export type CalendarStart = v.InferOutput<typeof calendarStart>;
export type StartEvent = CalendarStart['events'][number];

/** The calendars of a start: the learner's own when the author names none. */
export function calendarsOf(start: CalendarStart): NonNullable<CalendarStart['calendars']> {
  return start.calendars ?? [{ id: 'own', name: '', readOnly: false }];
}

/** Every `@key` of a start. */
export function calendarTexts(start: CalendarStart): readonly string[] {
  return [
    ...start.people.map(({ name }) => name),
    ...(start.calendars ?? []).map(({ name }) => name),
    ...[...start.events, ...start.invitations].flatMap(({ title, place }) => [title, place ?? '']),
    start.poll?.title ?? '',
    ...start.titles,
    ...start.places,
  ].filter((each) => each.startsWith('@'));
}

/** Faults of sense in a start, in English; empty when there is none. */
export function calendarFaults(start: CalendarStart): readonly string[] {
  const people = start.people.map((person) => person.id);
  const calendars = calendarsOf(start).map((calendar) => calendar.id);
  const events = [...start.events, ...start.invitations];
  const slots = start.poll?.slots ?? [];
  const named = events.flatMap(({ id: event, guests }) => guests.map((guest) => ({ event, guest })));
  return [
    ...twice('person', people),
    ...twice('calendar', calendars),
    ...twice(
      'event',
      events.map((event) => event.id),
    ),
    ...twice(
      'slot',
      slots.map((slot) => slot.id),
    ),
    ...events
      .filter((event) => /^(made-\d+|events|poll|last|answer)$/.test(event.id))
      .map((event) => `no event may be named "${event.id}"`),
    ...events.filter((event) => event.to <= event.from).map((event) => `"${event.id}" ends before it begins`),
    ...events
      .filter(
        (event) => (event.until !== undefined) !== (event.repeat !== 'none') && event.until !== undefined,
      )
      .map((event) => `"${event.id}" has an end of its repetition and no repetition`),
    ...events
      .filter((event) => event.calendar !== undefined && !calendars.includes(event.calendar))
      .map((event) => `"${event.id}" is in "${event.calendar}", which is no calendar`),
    ...named
      .filter(({ guest }) => !people.includes(guest))
      .map(({ event, guest }) => `"${event}" invites "${guest}", who is no person`),
    ...start.invitations
      .filter(({ by }) => !people.includes(by))
      .map(({ id: event, by }) => `"${event}" comes from "${by}", who is no person`),
    ...slots
      .flatMap((slot) => slot.can.map((who) => ({ slot: slot.id, who })))
      .filter(({ who }) => !people.includes(who))
      .map(({ slot, who }) => `"${who}" can come to "${slot}" and is no person`),
    ...(calendarsOf(start)[0]?.readOnly === true
      ? ['the first calendar is the learner’s own: not read-only']
      : []),
  ];
}

function twice(what: string, ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((each, index) => ids.indexOf(each) !== index))].map(
    (each) => `the ${what} "${each}" is given twice`,
  );
}
