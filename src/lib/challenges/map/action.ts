import * as v from 'valibot';
import { modes, sharedMinutes, timeSchema } from './start.ts';

const id = v.pipe(v.string(), v.maxLength(100));

/** What a learner can do with the map; the place `me` is where the learner is. */
export const mapAction = v.variant('do', [
  v.strictObject({ do: v.literal('search'), text: v.pipe(v.string(), v.maxLength(100)) }),
  v.strictObject({ do: v.picklist(['look', 'from', 'to', 'save', 'unsave']), place: id }),
  v.strictObject({ do: v.literal('mode'), by: v.picklist(modes) }),
  v.strictObject({ do: v.literal('leave'), at: timeSchema }),
  v.strictObject({ do: v.literal('close') }),
  v.strictObject({ do: v.literal('share'), person: id, minutes: v.picklist(sharedMinutes) }),
  v.strictObject({ do: v.literal('stop'), person: id }),
]);
export type MapAction = v.InferOutput<typeof mapAction>;
