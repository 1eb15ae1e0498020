import * as v from 'valibot';
import { normalised } from '#lib/base/normalise.ts';
import type { Kind, Words } from '../kind.ts';
import { gradeOf, referenceSchema } from '../option.ts';
import { numberOf } from '../simulator.ts';

const params = v.strictObject({
  value: v.pipe(v.number(), v.finite()),
  within: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
  unit: v.optional(referenceSchema),
});
export type NumberParams = v.InferOutput<typeof params>;

/** The most characters that can be typed. */
export const longestNumber = 40;

const response = v.strictObject({ text: v.pipe(v.string(), v.maxLength(longestNumber)) });
export type NumberResponse = v.InferOutput<typeof response>;

/** Decimal fractions such as 0.1 have no exact double: a difference this small is no difference. */
const ROUNDING = 1e-9;

/** A number is typed, with a comma or a point, with its unit or without. */
export const numberKind: Kind<NumberParams, NumberResponse> = {
  name: 'number',
  params,
  response,
  texts: ({ unit }) => (unit === undefined ? [] : [unit]),
  faults: () => [],
  guessing: () => 0,
  grade: ({ value, within, unit }, given, words) => {
    const parsed = v.safeParse(response, given);
    const typed = parsed.success ? numberOf(withoutUnit(parsed.output.text, unit, words)) : undefined;
    if (typed === undefined) return gradeOf(0, 1);
    return gradeOf(Math.abs(typed - value) <= within + ROUNDING * Math.max(1, Math.abs(value)) ? 1 : 0, 1);
  },
  isClosed: false,
};

/** What was typed before the unit, when somebody typed the unit too. */
function withoutUnit(text: string, unit: string | undefined, words: Words): string {
  const sign = /^[\s\d.,+\u2212-]*/u.exec(text)?.[0] ?? '';
  const rest = text.slice(sign.length);
  const exactly = { punctuation: false, typos: false } as const;
  const isUnit = unit !== undefined && normalised(rest, exactly) === normalised(words(unit), exactly);
  return (isUnit || rest === '' ? sign : text).replace('\u2212', '-');
}
