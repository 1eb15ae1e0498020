import * as v from 'valibot';
import { dialNames } from './dials.ts';

const id = v.pipe(v.string(), v.maxLength(100));
const whole = v.pipe(v.number(), v.integer(), v.minValue(-1000), v.maxValue(10_000));

/** What a learner can do in the studio. */
export const studioAction = v.variant('do', [
  v.strictObject({ do: v.literal('set'), dial: v.picklist(dialNames), value: whole }),
  v.strictObject({ do: v.literal('mask'), zone: id }),
  v.strictObject({ do: v.literal('cue'), caption: id, value: whole }),
  v.strictObject({ do: v.literal('play') }),
  v.strictObject({ do: v.literal('format'), format: id }),
  v.strictObject({ do: v.picklist(['raise', 'lower']), layer: id }),
  v.strictObject({ do: v.literal('place'), layer: id, side: v.picklist(['x', 'y', 'size']), value: whole }),
]);
export type StudioAction = v.InferOutput<typeof studioAction>;
