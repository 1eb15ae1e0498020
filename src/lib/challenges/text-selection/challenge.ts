import * as v from 'valibot';
import type { Kind } from '../kind.ts';
import { chosenSchema, gradeOf, idSchema, optionSchema, repeated } from '../option.ts';

const params = v.strictObject({
  /** The text in its order, piece by piece: a piece begins a new paragraph where `begins` says so. */
  pieces: v.pipe(
    v.array(v.strictObject({ ...optionSchema.entries, begins: v.optional(v.boolean(), false) })),
    v.minLength(3),
    v.maxLength(14),
  ),
  answers: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(4)),
});
export type TextSelectionParams = v.InferOutput<typeof params>;

const response = v.strictObject({ selected: v.pipe(v.array(chosenSchema), v.maxLength(14)) });
export type TextSelectionResponse = v.InferOutput<typeof response>;

/** Pieces of a text are tapped: a point for each right one, less one for each wrong one. */
export const textSelectionKind: Kind<TextSelectionParams, TextSelectionResponse> = {
  name: 'text-selection',
  params,
  response,
  texts: ({ pieces }) => pieces.map((piece) => piece.text),
  faults: ({ pieces, answers }) => [
    ...repeated(pieces, 'piece'),
    ...(new Set(answers).size < answers.length ? ['an answer is named twice'] : []),
    ...answers.flatMap((answer) => {
      const piece = pieces.find(({ id }) => id === answer);
      if (piece === undefined) return [`the answer "${answer}" is not a piece`];
      return piece.mistake === undefined ? [] : [`the answer "${answer}" has a mistake`];
    }),
  ],
  guessing: ({ pieces, answers }) => (answers.length === 1 ? 1 / pieces.length : 1 / 2 ** pieces.length),
  grade: ({ pieces, answers }, given) => {
    const parsed = v.safeParse(response, given);
    if (!parsed.success) return gradeOf(0, answers.length);
    const selected = new Set(parsed.output.selected);
    const right = [...selected].filter((id) => answers.includes(id)).length;
    const mistakes = pieces.flatMap((piece) =>
      selected.has(piece.id) && piece.mistake !== undefined ? [piece.mistake] : [],
    );
    return gradeOf(Math.max(0, right - (selected.size - right)), answers.length, mistakes);
  },
  isClosed: true,
};
