import * as v from 'valibot';
import { kindNames, needNames, type Challenge } from '#lib/challenges/challenge.ts';
import type { Block, Span } from '#lib/challenges/rich-text.ts';
import type { Json } from '#lib/base/canonical-json.ts';
import { areaSchema } from '#lib/framework/framework.ts';
import { contentLocales } from '#lib/i18n/locale.ts';

const spanSchema: v.GenericSchema<unknown, Span> = v.lazy(() =>
  v.union([
    v.string(),
    v.strictObject({ strong: v.array(spanSchema) }),
    v.strictObject({ emphasis: v.array(spanSchema) }),
    v.strictObject({ link: v.pipe(v.string(), v.regex(/^(page|do):/)), content: v.array(spanSchema) }),
  ]),
);
const spans = v.array(spanSchema);

const blockSchema: v.GenericSchema<unknown, Block> = v.variant('type', [
  v.strictObject({ type: v.literal('paragraph'), content: spans }),
  v.strictObject({ type: v.literal('heading'), level: v.picklist([2, 3]), content: spans }),
  v.strictObject({ type: v.literal('list'), ordered: v.boolean(), items: v.array(spans) }),
  v.strictObject({ type: v.literal('table'), head: v.array(spans), rows: v.array(v.array(spans)) }),
]);
/** Formatted text as a chunk holds it. */
export const richTextSchema = v.array(blockSchema);

const textsSchema = v.strictObject({
  title: v.string(),
  instruction: richTextSchema,
  hint: richTextSchema,
  explanation: richTextSchema,
  feedback: v.record(v.string(), v.string()),
  texts: v.record(v.string(), richTextSchema),
  clip: v.optional(v.pipe(v.string(), v.regex(/^data:audio\/(mpeg|ogg|mp4);base64,[\w+/]+$/))),
  // Whatever JSON holds: the kind of the challenge reads it.
  way: v.optional(v.custom<Json>((value) => value !== undefined)),
});

const challengeSchema: v.GenericSchema<unknown, Challenge> = v.strictObject({
  id: v.string(),
  kind: v.picklist(kindNames),
  competence: v.string(),
  skill: v.string(),
  level: v.number(),
  // Whatever JSON holds may stand here: the kind of the challenge reads it.
  params: v.custom<Json>((value) => value !== undefined),
  needs: v.array(v.picklist(needNames)),
  enemies: v.array(v.string()),
  timed: v.boolean(),
  seconds: v.optional(v.number()),
});

/** What a chunk may hold: an area's challenges, its words in one language, or the framework. */
export const chunkContentSchema = v.variant('holds', [
  v.strictObject({ holds: v.literal('challenges'), challenges: v.array(challengeSchema) }),
  v.strictObject({
    holds: v.literal('words'),
    language: v.picklist(contentLocales),
    words: v.record(v.string(), textsSchema),
  }),
  v.strictObject({ holds: v.literal('framework'), areas: v.array(areaSchema) }),
]);
export type ChunkContent = v.InferOutput<typeof chunkContentSchema>;
