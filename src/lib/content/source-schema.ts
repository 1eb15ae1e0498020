import * as v from 'valibot';
import { kindNames, needNames } from '#lib/challenges/challenge.ts';
import { idSchema, referenceSchema } from '#lib/challenges/option.ts';
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

const level = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8));

/** What an author writes in `challenge.yaml`; its kind reads `params`. */
export const challengeFileSchema = v.strictObject({
  kind: v.picklist(kindNames),
  skill: text,
  level,
  needs: v.optional(v.array(v.picklist(needNames)), []),
  enemies: v.optional(v.array(text), []),
  seconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(30), v.maxValue(900))),
  params: v.unknown(),
  examples: v.pipe(v.array(exampleSchema), v.minLength(2)),
});

const moduleStepSchema = v.union([
  v.strictObject({
    text: idSchema,
    picture: v.optional(v.strictObject({ file: text, alt: referenceSchema })),
  }),
  v.strictObject({ try: text }),
  v.strictObject({
    check: idSchema,
    options: v.pipe(v.array(idSchema), v.minLength(2), v.maxLength(4)),
    answer: idSchema,
  }),
  v.strictObject({ remember: idSchema }),
]);
export type ModuleStep = v.InferOutput<typeof moduleStepSchema>;

/** What an author writes in `module.yaml`. */
export const moduleFileSchema = v.strictObject({
  skills: v.pipe(v.array(text), v.minLength(1), v.maxLength(5)),
  level,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(8)),
  steps: v.pipe(v.array(moduleStepSchema), v.minLength(4), v.maxLength(12)),
});
