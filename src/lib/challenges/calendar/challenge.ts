import { simulatorKind, type Simulator } from '../simulator.ts';
import { calendarAction, type CalendarAction } from './action.ts';
import { changeCalendar } from './change.ts';
import { calendarFacts } from './facts.ts';
import { calendarFaults, calendarStart, calendarTexts, type CalendarStart } from './start.ts';
import { beginCalendar, type CalendarState } from './state.ts';

/** A calendar: events that repeat and remind, guests, invitations to answer, a poll to find a date. */
export const calendarSimulator: Simulator<CalendarStart, CalendarState, CalendarAction> = {
  name: 'calendar',
  start: calendarStart,
  action: calendarAction,
  begin: beginCalendar,
  apply: changeCalendar,
  facts: calendarFacts,
  texts: calendarTexts,
  faults: calendarFaults,
};

export const calendarKind = simulatorKind(calendarSimulator);
