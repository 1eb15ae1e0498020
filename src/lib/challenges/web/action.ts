import * as v from 'valibot';

const id = v.pipe(v.string(), v.maxLength(100));

/** What a learner can do in the browser. */
export const webActionSchema = v.variant('do', [
  v.strictObject({ do: v.literal('search'), text: v.pipe(v.string(), v.maxLength(200)) }),
  v.strictObject({ do: v.literal('visit'), page: id }),
  v.strictObject({ do: v.literal('back') }),
  v.strictObject({ do: v.literal('home') }),
  v.strictObject({ do: v.literal('press'), id }),
  v.strictObject({ do: v.literal('info') }),
  v.strictObject({ do: v.literal('bookmark') }),
]);
export type WebAction = v.InferOutput<typeof webActionSchema>;
