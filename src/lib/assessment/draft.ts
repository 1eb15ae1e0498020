import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import type { Kind } from '#lib/challenges/kind.ts';

/** An answer that was begun: the response so far, and the help taken on the way. */
export interface Draft {
  readonly response: Json | undefined;
  /** The highest rung of help that was used, 0 to 3. */
  readonly help: number;
  /** How many gestures were done together. */
  readonly together: number;
}

/** The name under which an answer that was begun is kept: the seed is this question's of this attempt alone. */
export function draftKey(seed: string): string {
  return `answer/${seed}`;
}

const rung = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3));
const draftSchema = v.object({
  response: v.optional(v.unknown()),
  help: rung,
  together: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** What was kept of an answer to a challenge of that kind; undefined when it is none. A response that the kind does not read is left out, the help is not. */
export function readDraft(kept: unknown, { response: schema }: Pick<Kind, 'response'>): Draft | undefined {
  const draft = v.safeParse(draftSchema, kept);
  if (!draft.success) return undefined;
  const { help, together, response } = draft.output;
  const read = v.safeParse(schema, response);
  return read.success
    ? { response: read.output, help, together }
    : { response: undefined, help, together: 0 };
}

/** What is kept of an answer that was begun; undefined when nothing was. */
export function draftOf({ response, help, together }: Draft): Json | undefined {
  if (response === undefined && help === 0) return undefined;
  return { help, together, ...(response !== undefined && { response }) };
}
