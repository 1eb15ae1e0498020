import type { CalendarAction } from './action.ts';
import type { CalendarStart } from './start.ts';
import { isWritable, type CalendarState } from './state.ts';

export type CalendarRefusal = 'noTitle' | 'endsFirst' | 'untilFirst' | 'readOnly';

/** Why an action that a person may try is not possible; undefined when it is, or when nobody could try it. */
export function refusalOf(
  state: CalendarState,
  action: CalendarAction,
  start: CalendarStart,
): CalendarRefusal | undefined {
  const { draft } = state;
  if (action.do === 'edit' || action.do === 'delete') {
    const event = state.events.find((each) => each.id === action.id);
    return event !== undefined && !isWritable(start, event.calendar) ? 'readOnly' : undefined;
  }
  if (action.do !== 'save' || draft === null) return undefined;
  if (draft.title.trim() === '') return 'noTitle';
  if (draft.to <= draft.from) return 'endsFirst';
  return draft.until !== '' && draft.until < draft.date ? 'untilFirst' : undefined;
}
