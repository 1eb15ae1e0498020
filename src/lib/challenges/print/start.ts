import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);

export const formats = ['pdf', 'odt', 'docx', 'txt', 'jpg', 'png', 'heic', 'csv'] as const;
export type Format = (typeof formats)[number];
const jobStates = ['blocked', 'waiting'] as const;

/** What an author writes under `start` for print and export. */
export const printStart = v.strictObject({
  document: v.strictObject({
    title: text,
    pages: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(40)),
    /** Width and height in pixels, when it is a picture. */
    picture: v.optional(
      v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(12_000))), v.length(2)),
    ),
  }),
  printers: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          id,
          name: text,
          colour: v.optional(v.boolean(), true),
          twoSides: v.optional(v.boolean(), true),
          paper: v.optional(v.boolean(), true),
        }),
      ),
      v.maxLength(5),
    ),
    [],
  ),
  /** What waits already: a blocked job holds up those behind it. */
  jobs: v.optional(
    v.array(
      v.strictObject({
        id,
        title: text,
        by: text,
        printer: id,
        state: v.optional(v.picklist(jobStates), 'waiting'),
      }),
    ),
    [],
  ),
  /** How it can be saved; none when it can only be printed. */
  formats: v.optional(v.array(v.picklist(formats)), []),
  /** For whom it is saved, where that matters. */
  receivers: v.optional(v.array(v.strictObject({ id, name: text })), []),
});
export type PrintStart = v.InferOutput<typeof printStart>;

/** Every `@key` of a start. */
export function printTexts(start: PrintStart): readonly string[] {
  return [
    start.document.title,
    ...start.printers.map(({ name }) => name),
    ...start.jobs.flatMap(({ title, by }) => [title, by]),
    ...start.receivers.map(({ name }) => name),
  ].filter((each) => each.startsWith('@'));
}

/** Faults of sense in a start, in English; empty when there is none. */
export function printFaults(start: PrintStart): readonly string[] {
  const printers = start.printers.map((printer) => printer.id);
  const ids = [
    ...printers,
    ...start.jobs.map((job) => job.id),
    ...start.receivers.map((receiver) => receiver.id),
  ];
  return [
    ...ids
      .filter((each, index) => ids.indexOf(each) !== index)
      .map((each) => `the id "${each}" is given twice`),
    ...ids
      .filter((each) => ['last', 'saved', 'printed', 'answer'].includes(each) || /^mine-\d+$/.test(each))
      .map((each) => `nothing may be named "${each}"`),
    ...start.jobs
      .filter(({ printer }) => !printers.includes(printer))
      .map((job) => `the job "${job.id}" is on "${job.printer}", which is no printer`),
    ...(printers.length === 0 && start.formats.length === 0 ? ['it can neither be printed nor saved'] : []),
    ...(start.document.picture !== undefined && start.document.pages !== 1 ? ['a picture has one page'] : []),
  ];
}
