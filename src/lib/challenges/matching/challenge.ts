import * as v from 'valibot';
import type { Kind } from '../kind.ts';
import { chosenSchema, entrySchema, gradeOf, idSchema, repeated } from '../option.ts';

const params = v.strictObject({
  left: v.pipe(v.array(entrySchema), v.minLength(2), v.maxLength(5)),
  right: v.pipe(v.array(entrySchema), v.minLength(2), v.maxLength(6)),
  pairs: v.record(idSchema, idSchema),
});
export type MatchingParams = v.InferOutput<typeof params>;

const response = v.strictObject({
  pairs: v.pipe(
    v.record(chosenSchema, chosenSchema),
    v.check((pairs) => Object.keys(pairs).length <= 5, 'has too many pairs'),
  ),
});
export type MatchingResponse = v.InferOutput<typeof response>;

/** Things are paired; half of the pairs is half of the credit. */
export const matchingKind: Kind<MatchingParams, MatchingResponse> = {
  name: 'matching',
  params,
  response,
  texts: ({ left, right }) => [...left, ...right].map((entry) => entry.text),
  faults: ({ left, right, pairs }) => [
    ...repeated(left, 'left item'),
    ...repeated(right, 'right item'),
    ...(right.length < left.length || right.length > left.length + 1
      ? ['the right side must have as many items as the left side, or one more']
      : []),
    ...left.flatMap(({ id }) => (Object.hasOwn(pairs, id) ? [] : [`"${id}" has no pair`])),
    ...Object.entries(pairs).flatMap(([from, to]) => [
      ...(left.some(({ id }) => id === from) ? [] : [`"${from}" is not on the left side`]),
      ...(right.some(({ id }) => id === to) ? [] : [`"${to}" is not on the right side`]),
    ]),
    ...(new Set(Object.values(pairs)).size < Object.keys(pairs).length ? ['a right item has two pairs'] : []),
  ],
  guessing: ({ left, right }) => 1 / arrangements(right.length, left.length),
  grade: ({ left, pairs }, given) => {
    const parsed = v.safeParse(response, given);
    if (!parsed.success) return gradeOf(0, 2);
    const chosen = parsed.output.pairs;
    const right = left.filter(({ id }) => Object.hasOwn(chosen, id) && chosen[id] === pairs[id]).length;
    return gradeOf(right === left.length ? 2 : right * 2 >= left.length ? 1 : 0, 2);
  },
  isClosed: true,
};

/** In how many ways `taken` of `among` things can be laid side by side. */
function arrangements(among: number, taken: number): number {
  return taken === 0 ? 1 : among * arrangements(among - 1, taken - 1);
}
