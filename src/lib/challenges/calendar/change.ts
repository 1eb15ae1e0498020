import type { Words } from '../kind.ts';
import type { CalendarAction } from './action.ts';
import { refusalOf } from './refusal.ts';
import type { CalendarStart } from './start.ts';
import { blankEvent, isWritable, worded, type CalendarEvent, type CalendarState } from './state.ts';

type Done<Name> = Extract<CalendarAction, { do: Name }>;

/** The calendar after an action; one that is impossible leaves it as it is. */
export function changeCalendar(
  state: CalendarState,
  action: CalendarAction,
  start: CalendarStart,
  words: Words,
): CalendarState {
  if (refusalOf(state, action, start) !== undefined) return state;
  const { draft } = state;
  switch (action.do) {
    case 'show':
      return draft !== null || action.day === state.day ? state : { ...state, day: action.day };
    case 'new':
      return draft === null ? { ...state, draft: blankEvent(state.day, start) } : state;
    case 'edit': {
      const event = state.events.find((each) => each.id === action.id);
      return event === undefined || draft !== null ? state : { ...state, draft: event };
    }
    case 'save':
      return draft === null ? state : saved(state, draft);
    case 'cancel':
      return draft === null ? state : { ...state, draft: null };
    case 'delete': {
      if (!state.events.some((each) => each.id === action.id)) return state;
      const events = state.events.filter((each) => each.id !== action.id);
      return { ...state, events, draft: null, deleted: [...state.deleted, action.id] };
    }
    case 'reply':
      return replied(state, action, start, words);
    case 'tick':
    case 'untick':
      return ticked(state, action, start);
    case 'vote':
      return start.poll === undefined || state.hasVoted ? state : { ...state, hasVoted: true };
    default:
      return draft === null ? state : withDraft(state, written(draft, action, start));
  }
}

/** What an action changes in the event being written; the event itself when it changes nothing. */
function written(
  draft: CalendarEvent,
  action: Done<
    | 'title'
    | 'place'
    | 'date'
    | 'until'
    | 'from'
    | 'to'
    | 'repeat'
    | 'remind'
    | 'file'
    | 'invite'
    | 'uninvite'
  >,
  start: CalendarStart,
): CalendarEvent {
  switch (action.do) {
    case 'title':
    case 'place':
      return { ...draft, [action.do]: action.text };
    case 'date':
      return { ...draft, date: action.day };
    case 'until':
      return draft.repeat === 'none' ? draft : { ...draft, until: action.day };
    case 'from':
      return {
        ...draft,
        from: action.time,
        to: laterBy(action.time, minutesOf(draft.to) - minutesOf(draft.from)),
      };
    case 'to':
      return { ...draft, to: action.time };
    case 'repeat':
      return { ...draft, repeat: action.every, until: action.every === 'none' ? '' : draft.until };
    case 'remind':
      return { ...draft, reminder: action.minutes };
    case 'file':
      return isWritable(start, action.calendar) ? { ...draft, calendar: action.calendar } : draft;
    case 'invite':
      return !start.people.some(({ id }) => id === action.person) || draft.guests.includes(action.person)
        ? draft
        : { ...draft, guests: [...draft.guests, action.person] };
    case 'uninvite':
      return draft.guests.includes(action.person)
        ? { ...draft, guests: draft.guests.filter((each) => each !== action.person) }
        : draft;
  }
}

function withDraft(state: CalendarState, draft: CalendarEvent): CalendarState {
  const isSame = JSON.stringify(draft) === JSON.stringify(state.draft);
  return isSame ? state : { ...state, draft };
}

function saved(state: CalendarState, draft: CalendarEvent): CalendarState {
  const isNew = draft.id === '';
  const made = state.made + (isNew ? 1 : 0);
  const event = { ...draft, id: isNew ? `made-${made}` : draft.id, title: draft.title.trim() };
  const events = isNew
    ? [...state.events, event]
    : state.events.map((each) => (each.id === event.id ? event : each));
  return { ...state, events, made, last: event.id, draft: null, day: event.date };
}

function replied(
  state: CalendarState,
  action: Done<'reply'>,
  start: CalendarStart,
  words: Words,
): CalendarState {
  const invitation = start.invitations.find(({ id }) => id === action.id);
  if (invitation === undefined || state.replies[action.id] === action.value) return state;
  const others = state.events.filter(({ id }) => id !== action.id);
  // What was declined does not stand in the calendar.
  const events = action.value === 'no' ? others : [...others, worded(invitation, start, words)];
  return { ...state, events, replies: { ...state.replies, [action.id]: action.value } };
}

function ticked(state: CalendarState, action: Done<'tick' | 'untick'>, start: CalendarStart): CalendarState {
  const isKnown = start.poll?.slots.some(({ id }) => id === action.slot) ?? false;
  const isTicked = state.ticked.includes(action.slot);
  if (!isKnown || state.hasVoted || isTicked === (action.do === 'tick')) return state;
  const rest = state.ticked.filter((each) => each !== action.slot);
  return { ...state, ticked: action.do === 'tick' ? [...rest, action.slot] : rest };
}

/** A time some minutes later, still on the same day. */
function laterBy(time: string, minutes: number): string {
  const total = Math.min(minutesOf(time) + Math.max(minutes, 15), 23 * 60 + 45);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
