import * as v from 'valibot';
import type { Kind } from '../kind.ts';
import { chosenSchema, gradeOf, idSchema, optionSchema, repeated } from '../option.ts';

const params = v.strictObject({
  options: v.pipe(v.array(optionSchema), v.minLength(3), v.maxLength(6)),
  answers: v.pipe(v.array(idSchema), v.minLength(2)),
});
export type MultipleChoiceParams = v.InferOutput<typeof params>;

const response = v.strictObject({ choices: v.pipe(v.array(chosenSchema), v.maxLength(6)) });
export type MultipleChoiceResponse = v.InferOutput<typeof response>;

/** Several options are right: a point for each right one, less one for each wrong one. */
export const multipleChoiceKind: Kind<MultipleChoiceParams, MultipleChoiceResponse> = {
  name: 'multiple-choice',
  params,
  response,
  texts: ({ options }) => options.map((option) => option.text),
  faults: ({ options, answers }) => [
    ...repeated(options, 'option'),
    ...(new Set(answers).size < answers.length ? ['an answer is named twice'] : []),
    ...answers.flatMap((answer) => {
      const option = options.find(({ id }) => id === answer);
      if (option === undefined) return [`the answer "${answer}" is not an option`];
      return option.mistake === undefined ? [] : [`the answer "${answer}" has a mistake`];
    }),
  ],
  guessing: ({ options }) => 1 / 2 ** options.length,
  grade: ({ options, answers }, given) => {
    const parsed = v.safeParse(response, given);
    if (!parsed.success) return gradeOf(0, answers.length);
    const chosen = new Set(parsed.output.choices);
    const right = [...chosen].filter((id) => answers.includes(id)).length;
    const wrong = chosen.size - right;
    const mistakes = options.flatMap((option) =>
      chosen.has(option.id) && option.mistake !== undefined ? [option.mistake] : [],
    );
    return gradeOf(Math.max(0, right - wrong), answers.length, mistakes);
  },
  isClosed: true,
};
