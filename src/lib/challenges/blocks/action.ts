import * as v from 'valibot';

const line = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const word = v.pipe(v.string(), v.maxLength(100));

/** What a learner can do with a program; lines are counted from 0. */
export const blocksAction = v.variant('do', [
  v.strictObject({ do: v.literal('add'), block: word, after: v.exactOptional(line) }),
  v.strictObject({ do: v.literal('remove'), at: line }),
  v.strictObject({ do: v.literal('up'), at: line }),
  v.strictObject({ do: v.literal('down'), at: line }),
  v.strictObject({ do: v.literal('indent'), at: line }),
  v.strictObject({ do: v.literal('outdent'), at: line }),
  v.strictObject({ do: v.literal('number'), at: line, value: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ do: v.literal('test'), at: line, test: word }),
  v.strictObject({ do: v.literal('run') }),
]);
export type BlocksAction = v.InferOutput<typeof blocksAction>;
