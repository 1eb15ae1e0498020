import * as v from 'valibot';
import { meansTheSame, type Tolerance } from '#lib/base/normalise.ts';
import type { Kind } from '../kind.ts';
import { gradeOf, referenceSchema } from '../option.ts';

const params = v.strictObject({
  accept: v.pipe(v.array(referenceSchema), v.minLength(1), v.maxLength(12)),
  tolerance: v.optional(
    v.strictObject({
      case: v.optional(v.boolean()),
      accents: v.optional(v.boolean()),
      spaces: v.optional(v.boolean()),
      punctuation: v.optional(v.boolean()),
      typos: v.optional(v.boolean()),
    }),
  ),
  keyboard: v.optional(v.picklist(['text', 'email', 'url'])),
});
export type ShortTextParams = v.InferOutput<typeof params>;

/** The most characters that can be typed. */
export const longestText = 200;

const response = v.strictObject({ text: v.pipe(v.string(), v.maxLength(longestText)) });
export type ShortTextResponse = v.InferOutput<typeof response>;

/** A few words are typed; they are compared with tolerance. */
export const shortTextKind: Kind<ShortTextParams, ShortTextResponse> = {
  name: 'short-text',
  params,
  response,
  texts: ({ accept }) => accept,
  faults: ({ accept }) => (new Set(accept).size < accept.length ? ['an accepted text is named twice'] : []),
  guessing: () => 0,
  grade: ({ accept, tolerance }, given, words) => {
    const parsed = v.safeParse(response, given);
    if (!parsed.success || parsed.output.text.trim() === '') return gradeOf(0, 1);
    const { text } = parsed.output;
    const steps = toleranceOf(tolerance);
    return gradeOf(accept.some((expected) => meansTheSame(text, words(expected), steps)) ? 1 : 0, 1);
  },
  isClosed: false,
};

function toleranceOf(tolerance: ShortTextParams['tolerance']): Tolerance {
  return {
    case: tolerance?.case ?? true,
    accents: tolerance?.accents ?? true,
    spaces: tolerance?.spaces ?? true,
    punctuation: tolerance?.punctuation ?? true,
    typos: tolerance?.typos ?? true,
  };
}
