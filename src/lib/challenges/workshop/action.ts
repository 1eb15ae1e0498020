import * as v from 'valibot';

const id = v.pipe(v.string(), v.maxLength(100));
const end = v.picklist([0, 1]);

/** What a learner can do at the desk. */
export const workshopAction = v.variant('do', [
  v.strictObject({ do: v.literal('plug'), cable: id, end, port: id }),
  v.strictObject({ do: v.literal('unplug'), cable: id, end }),
  v.strictObject({ do: v.literal('switch'), device: id, on: v.boolean() }),
  v.strictObject({ do: v.literal('restart'), device: id }),
  v.strictObject({ do: v.literal('set'), device: id, control: id, value: id }),
  v.strictObject({ do: v.literal('look'), device: id }),
]);
export type WorkshopAction = v.InferOutput<typeof workshopAction>;
