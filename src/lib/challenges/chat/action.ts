import * as v from 'valibot';

const id = v.pipe(v.string(), v.maxLength(100));

/** What a learner can do in conversations and in a call. */
export const chatAction = v.variant('do', [
  v.strictObject({ do: v.literal('open'), thread: id }),
  v.strictObject({ do: v.literal('close') }),
  v.strictObject({ do: v.literal('say'), phrase: id, to: v.exactOptional(id) }),
  v.strictObject({
    do: v.literal('write'),
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
    to: v.exactOptional(id),
  }),
  v.strictObject({ do: v.literal('attach'), file: id }),
  v.strictObject({ do: v.literal('look'), message: id }),
  v.strictObject({ do: v.literal('forward'), message: id, thread: id }),
  v.strictObject({ do: v.literal('delete'), message: id, for: v.picklist(['me', 'all']) }),
  v.strictObject({ do: v.picklist(['hush', 'unhush', 'leave']), thread: id }),
  v.strictObject({ do: v.picklist(['block', 'report']), person: id }),
  v.strictObject({ do: v.picklist(['join', 'hangUp']) }),
  v.strictObject({ do: v.picklist(['mic', 'camera', 'hand', 'blur']), on: v.boolean() }),
  v.strictObject({ do: v.literal('share'), what: id }),
]);
export type ChatAction = v.InferOutput<typeof chatAction>;
