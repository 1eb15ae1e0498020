import * as v from 'valibot';
import { kindNames, needNames } from '#lib/challenges/challenge.ts';
import { idSchema } from '#lib/challenges/option.ts';
import { contentLocales } from '#lib/i18n/locale.ts';

const text = v.pipe(v.string(), v.minLength(1));

/** What an author writes in `bundle.yaml`. */
export const bundleFileSchema = v.strictObject({
  id: idSchema,
  title: v.strictObject({ fr: text, en: text }),
  publisher: idSchema,
  licence: text,
  languages: v.pipe(v.array(v.picklist(contentLocales)), v.minLength(1)),
});
export type BundleFile = v.InferOutput<typeof bundleFileSchema>;

const exampleSchema = v.strictObject({
  outcome: v.picklist(['correct', 'partial', 'incorrect']),
  response: v.unknown(),
  mistake: v.optional(idSchema),
});
export type Example = v.InferOutput<typeof exampleSchema>;

/** What an author writes in `challenge.yaml`; its kind reads `params`. */
export const challengeFileSchema = v.strictObject({
  kind: v.picklist(kindNames),
  skill: text,
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
  needs: v.optional(v.array(v.picklist(needNames)), []),
  enemies: v.optional(v.array(text), []),
  seconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(30), v.maxValue(900))),
  params: v.unknown(),
  examples: v.pipe(v.array(exampleSchema), v.minLength(2)),
});
