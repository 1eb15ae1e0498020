import type { Fact, Facts } from '../goal.ts';
import { conflictsOf } from './occurrence.ts';
import type { CalendarStart } from './start.ts';
import type { CalendarState } from './state.ts';

/** What conditions may ask about a calendar; an event still being written says nothing. */
export function calendarFacts(state: CalendarState, start: CalendarStart): Facts {
  const facts: Record<string, Fact> = {
    'events.made': state.made,
    'events.deleted': state.deleted,
    'poll.ticked': state.ticked,
    'poll.sent': state.hasVoted,
    day: state.day,
  };
  for (const { id } of [...start.events, ...start.invitations]) facts[`${id}.exists`] = false;
  for (const { id } of start.invitations) facts[`${id}.reply`] = state.replies[id] ?? '';
  for (const event of state.events) {
    const { id, ...rest } = event;
    const told = { ...rest, exists: true, conflicts: conflictsOf(event, state.events) };
    for (const [name, value] of Object.entries(told)) {
      facts[`${id}.${name}`] = value;
      if (id === state.last) facts[`last.${name}`] = value;
    }
  }
  return facts;
}
