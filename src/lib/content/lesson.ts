import * as v from 'valibot';
import { pictureSchema } from '#lib/challenges/picture.ts';
import { richTextSchema } from './chunk.ts';

const text = v.pipe(v.string(), v.minLength(1));

const textStepSchema = v.strictObject({
  type: v.literal('text'),
  title: text,
  text: richTextSchema,
  /** As a challenge has it, but for its words, which stand here. */
  picture: v.exactOptional(v.strictObject({ file: pictureSchema.entries.file, alt: text })),
});
export type TextStep = v.InferOutput<typeof textStepSchema>;

/** A challenge of the bundle, done inside the lesson. */
const tryStepSchema = v.strictObject({ type: v.literal('try'), challenge: text });
export type TryStep = v.InferOutput<typeof tryStepSchema>;

const checkStepSchema = v.strictObject({
  type: v.literal('check'),
  id: text,
  question: richTextSchema,
  /** `said` is what is answered to who chooses it. */
  options: v.array(v.strictObject({ id: text, text, said: richTextSchema })),
  answer: text,
});
export type CheckStep = v.InferOutput<typeof checkStepSchema>;

const rememberStepSchema = v.strictObject({ type: v.literal('remember'), points: v.array(text) });
export type RememberStep = v.InferOutput<typeof rememberStepSchema>;

const lessonSchema = v.strictObject({
  /** Its competence and its folder. */
  id: text,
  competence: text,
  /** The skills that it teaches. */
  skills: v.array(text),
  /** The same in words: what one can do after it. */
  can: v.array(text),
  level: v.number(),
  minutes: v.number(),
  title: text,
  /** Each is one screen; what to remember comes last. */
  steps: v.array(v.variant('type', [textStepSchema, tryStepSchema, checkStepSchema, rememberStepSchema])),
});

/** A short lesson with its words in one language. */
export type Lesson = v.InferOutput<typeof lessonSchema>;
export type LessonStep = Lesson['steps'][number];

/**
 * What stands for a lesson on paper: its competence and the first letters of its name (`1.2/find-it-again` is 1.2-FIA).
 * As short as can be copied by hand, and as lasting as the id.
 */
export function lessonCode(id: string): string {
  const [competence = '', name = ''] = id.split('/');
  const letters = name.split('-').map((word) => word.slice(0, 1));
  return `${competence}-${letters.join('').toUpperCase()}`;
}

/** The chunk that holds every lesson of a bundle in one language. */
export const lessonChunkSchema = v.strictObject({
  holds: v.literal('lessons'),
  language: v.string(),
  lessons: v.array(lessonSchema),
});
export type LessonChunk = v.InferOutput<typeof lessonChunkSchema>;
