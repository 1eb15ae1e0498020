import * as v from 'valibot';
import type { Grade, Outcome } from './challenge.ts';

/** An id that an author gives to an option or an item: short, plain, the same in every language. */
export const idSchema = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be made of small letters, digits and hyphens'),
);

/** A reference to a text (`@key`). */
export const referenceSchema = v.pipe(v.string(), v.regex(/^@\S+$/, "must be a text reference, as '@key'"));

/** Something that can be placed, paired or chosen. */
export const entrySchema = v.strictObject({ id: idSchema, text: referenceSchema });
export type Entry = v.InferOutput<typeof entrySchema>;

/** Something that can be chosen; `mistake` names the feedback for somebody who wrongly does. */
export const optionSchema = v.strictObject({
  id: idSchema,
  text: referenceSchema,
  mistake: v.optional(idSchema),
});

/** An id as a view may give it back: bounded, since a response comes from outside. */
export const chosenSchema = v.pipe(v.string(), v.maxLength(40));

/** Faults of ids given twice and of texts used twice, in English. */
export function repeated(entries: readonly Entry[], noun: string): readonly string[] {
  const faults: string[] = [];
  entries.forEach((entry, index) => {
    const before = entries.slice(0, index);
    if (before.some((other) => other.id === entry.id))
      faults.push(`the ${noun} "${entry.id}" is there twice`);
    if (before.some((other) => other.text === entry.text))
      faults.push(`the text "${entry.text}" is there twice`);
  });
  return faults;
}

/** A grade from a score; `mistakes` are the feedback keys seen, each once. */
export function gradeOf(score: number, steps: number, mistakes: readonly string[] = []): Grade {
  const outcome: Outcome = score >= steps ? 'correct' : score > 0 ? 'partial' : 'incorrect';
  return { outcome, score, steps, mistakes: [...new Set(mistakes)] };
}
