import * as v from 'valibot';

/** What a mediator writes about somebody: a note, or the workshop that both agreed on. */
export const noteKinds = ['note', 'workshop'] as const;
export type NoteKind = (typeof noteKinds)[number];

const noteSchema = v.strictObject({
  kind: v.picklist(noteKinds),
  text: v.pipe(v.string(), v.maxLength(2_000)),
  day: v.string(),
  /** UTC milliseconds: the order they were written in. */
  at: v.number(),
});

/** A note as it was written. */
export type Note = v.InferOutput<typeof noteSchema>;

/** The note in a text; undefined when it is none. */
export function parseNote(written: string): Note | undefined {
  try {
    const parsed = v.safeParse(noteSchema, JSON.parse(written));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
