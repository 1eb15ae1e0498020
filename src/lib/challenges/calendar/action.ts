import * as v from 'valibot';
import { daySchema, reminders, repeats, timeSchema } from './start.ts';

const id = v.pipe(v.string(), v.maxLength(100));
const typed = v.pipe(v.string(), v.maxLength(120));

/** What an invitation can be answered. */
export const replies = ['yes', 'maybe', 'no'] as const;
export type Reply = (typeof replies)[number];

/** What a learner can do with the calendar. */
export const calendarAction = v.variant('do', [
  v.strictObject({ do: v.literal('show'), day: daySchema }),
  v.strictObject({ do: v.literal('new') }),
  v.strictObject({ do: v.literal('edit'), id }),
  v.strictObject({ do: v.picklist(['title', 'place']), text: typed }),
  v.strictObject({ do: v.picklist(['date', 'until']), day: daySchema }),
  v.strictObject({ do: v.picklist(['from', 'to']), time: timeSchema }),
  v.strictObject({ do: v.literal('repeat'), every: v.picklist(repeats) }),
  v.strictObject({ do: v.literal('remind'), minutes: v.picklist(reminders) }),
  v.strictObject({ do: v.literal('file'), calendar: id }),
  v.strictObject({ do: v.picklist(['invite', 'uninvite']), person: id }),
  v.strictObject({ do: v.picklist(['save', 'cancel']) }),
  v.strictObject({ do: v.literal('delete'), id }),
  v.strictObject({ do: v.literal('reply'), id, value: v.picklist(replies) }),
  v.strictObject({ do: v.picklist(['tick', 'untick']), slot: id }),
  v.strictObject({ do: v.literal('vote') }),
]);
export type CalendarAction = v.InferOutput<typeof calendarAction>;
