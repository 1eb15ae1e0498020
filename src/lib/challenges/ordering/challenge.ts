import * as v from 'valibot';
import type { Kind } from '../kind.ts';
import { chosenSchema, entrySchema, gradeOf, repeated } from '../option.ts';

const params = v.strictObject({ items: v.pipe(v.array(entrySchema), v.minLength(3), v.maxLength(6)) });
export type OrderingParams = v.InferOutput<typeof params>;

const response = v.strictObject({ order: v.pipe(v.array(chosenSchema), v.maxLength(6)) });
export type OrderingResponse = v.InferOutput<typeof response>;

/** Things are put in order; one item out of place is half of the credit. */
export const orderingKind: Kind<OrderingParams, OrderingResponse> = {
  name: 'ordering',
  params,
  response,
  texts: ({ items }) => items.map((item) => item.text),
  faults: ({ items }) => repeated(items, 'item'),
  guessing: ({ items }) => 1 / factorial(items.length),
  grade: ({ items }, given) => {
    const parsed = v.safeParse(response, given);
    if (!parsed.success) return gradeOf(0, 2);
    const places = parsed.output.order.map((id) => items.findIndex((item) => item.id === id));
    const isWhole =
      places.length === items.length && !places.includes(-1) && new Set(places).size === items.length;
    if (!isWhole) return gradeOf(0, 2);
    return gradeOf(Math.max(0, 2 - (items.length - longestRise(places))), 2);
  },
  isClosed: true,
};

/** The most items that already follow one another: all others are out of place (longest increasing subsequence). */
function longestRise(places: readonly number[]): number {
  const lengths: number[] = [];
  places.forEach((place, index) => {
    const before = lengths.filter((_, other) => (places[other] as number) < place);
    lengths[index] = 1 + Math.max(0, ...before);
  });
  return Math.max(0, ...lengths);
}

function factorial(count: number): number {
  return count <= 1 ? 1 : count * factorial(count - 1);
}
