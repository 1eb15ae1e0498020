import * as v from 'valibot';
import { parseJson, type FileFault } from '#lib/adaptive/json-file.ts';

/** A made-up learner: abilities, one a competence. */
export interface Learner {
  readonly id: string;
  readonly theta: readonly number[];
}

const schema = v.pipe(
  v.array(v.object({ id: v.string(), theta: v.array(v.pipe(v.number(), v.finite())) })),
  v.minLength(1),
);

/** The learners of a JSON text, or each fault with its line: among them one whose abilities are not `count`. */
export function learnersFromText(
  text: string,
  count: number,
):
  | { readonly ok: true; readonly learners: readonly Learner[] }
  | { readonly ok: false; readonly faults: readonly FileFault[] } {
  const file = parseJson(text, schema);
  if (!file.ok) return file;
  const wrong = file.value.findIndex(({ theta }) => theta.length !== count);
  const learner = file.value[wrong];
  if (learner === undefined) return { ok: true, learners: file.value };
  const message = `learner ${learner.id} has ${learner.theta.length} abilities, the bank ${count} competences`;
  const mend = 'Give theta one number a competence, in the order of the bank.';
  return { ok: false, faults: [{ line: file.lineOf([wrong, 'theta']), message, mend }] };
}
