import * as v from 'valibot';
import type { Kind } from '../kind.ts';
import { chosenSchema, gradeOf, idSchema, optionSchema, repeated } from '../option.ts';
import { pictureSchema } from '../picture.ts';

const params = v.strictObject({
  /** What the question is about, where it is to be seen. */
  picture: v.optional(pictureSchema),
  options: v.pipe(v.array(optionSchema), v.minLength(2), v.maxLength(5)),
  answer: idSchema,
});
export type SingleChoiceParams = v.InferOutput<typeof params>;

const response = v.strictObject({ choice: chosenSchema });
export type SingleChoiceResponse = v.InferOutput<typeof response>;

/** One option is right. */
export const singleChoiceKind: Kind<SingleChoiceParams, SingleChoiceResponse> = {
  name: 'single-choice',
  params,
  response,
  texts: ({ picture, options }) => [
    ...(picture === undefined ? [] : [picture.alt]),
    ...options.map((option) => option.text),
  ],
  faults: ({ options, answer }) => {
    const right = options.find((option) => option.id === answer);
    return [
      ...repeated(options, 'option'),
      ...(right === undefined ? [`the answer "${answer}" is not an option`] : []),
      ...(right?.mistake === undefined ? [] : [`the answer "${answer}" has a mistake`]),
    ];
  },
  guessing: ({ options }) => 1 / options.length,
  grade: ({ options, answer }, given) => {
    const parsed = v.safeParse(response, given);
    if (!parsed.success) return gradeOf(0, 1);
    const { choice } = parsed.output;
    if (choice === answer) return gradeOf(1, 1);
    return gradeOf(
      0,
      1,
      options.flatMap((option) => (option.id === choice && option.mistake ? [option.mistake] : [])),
    );
  },
  isClosed: true,
};
