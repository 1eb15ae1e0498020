import * as v from 'valibot';
import type { Kind, Words } from '../kind.ts';
import { numberKind, longestNumber } from '../number/challenge.ts';
import { gradeOf, idSchema, referenceSchema } from '../option.ts';
import { longestText, shortTextKind } from '../short-text/challenge.ts';

const common = { id: idSchema, label: referenceSchema, mistake: v.optional(idSchema) };
const field = v.union([
  v.strictObject({ ...common, text: shortTextKind.params }),
  v.strictObject({ ...common, number: numberKind.params }),
]);
type Field = v.InferOutput<typeof field>;

const params = v.strictObject({ fields: v.pipe(v.array(field), v.minLength(2), v.maxLength(4)) });
export type SeveralFieldsParams = v.InferOutput<typeof params>;

const longest = Math.max(longestText, longestNumber);
const response = v.strictObject({
  values: v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.string(), v.maxLength(longest))),
});
export type SeveralFieldsResponse = v.InferOutput<typeof response>;

/** A small form: each field is a short text or a number, compared as those kinds compare, and is a step. */
export const severalFieldsKind: Kind<SeveralFieldsParams, SeveralFieldsResponse> = {
  name: 'several-fields',
  params,
  response,
  texts: ({ fields }) =>
    fields.flatMap((each) => [
      each.label,
      ...('text' in each ? shortTextKind.texts(each.text) : numberKind.texts(each.number)),
    ]),
  faults: ({ fields }) => [
    ...fields
      .filter((each, index) => fields.findIndex(({ id }) => id === each.id) < index)
      .map(({ id }) => `the field "${id}" is there twice`),
    ...fields.flatMap((each) => ('text' in each ? shortTextKind.faults(each.text) : [])),
  ],
  guessing: () => 0,
  grade: ({ fields }, given, words) => {
    const parsed = v.safeParse(response, given);
    const values = parsed.success ? parsed.output.values : {};
    const missed = fields.filter((each) => !isRight(each, values, words));
    return gradeOf(
      fields.length - missed.length,
      fields.length,
      missed.flatMap(({ mistake }) => (mistake === undefined ? [] : [mistake])),
    );
  },
  isClosed: false,
};

function isRight(each: Field, values: Readonly<Record<string, string>>, words: Words): boolean {
  const text = Object.hasOwn(values, each.id) ? (values[each.id] ?? '') : '';
  const grade =
    'text' in each
      ? shortTextKind.grade(each.text, { text }, words)
      : numberKind.grade(each.number, { text }, words);
  return grade.outcome === 'correct';
}
