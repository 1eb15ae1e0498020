import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);

const fieldTypes = ['text', 'email', 'iban', 'date', 'number', 'choice', 'file', 'tick'] as const;

const field = v.strictObject({
  id,
  label: text,
  type: v.optional(v.picklist(fieldTypes), 'text'),
  options: v.optional(v.array(v.strictObject({ id, text })), []),
  required: v.optional(v.boolean(), true),
  help: v.optional(text),
});
export type Field = v.InferOutput<typeof field>;

const procedure = v.strictObject({
  id,
  title: text,
  about: text,
  identity: v.optional(v.boolean(), true),
  steps: v.pipe(
    v.array(v.strictObject({ title: text, fields: v.pipe(v.array(field), v.minLength(1)) })),
    v.minLength(1),
    v.maxLength(4),
  ),
  /** In euros. */
  fee: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1000)), 0),
  /** The letter that comes once it is sent, and paid where there is a fee. */
  letter: v.optional(v.strictObject({ title: text, text, file: v.optional(text) })),
});
export type Procedure = v.InferOutput<typeof procedure>;

/** What an author writes under `start` for the e-counter. */
export const counterStart = v.strictObject({
  /** Where one may go in; when there are several the learner chooses, and one may be a false site. */
  sites: v.pipe(
    v.array(v.strictObject({ id, name: text, address: text, isFalse: v.optional(v.boolean(), false) })),
    v.minLength(1),
    v.maxLength(4),
  ),
  /** The code that the site shows when one signs in: the identity app must show the same. */
  code: v.pipe(v.string(), v.regex(/^\d{2}$/, 'a code has two digits')),
  procedures: v.pipe(v.array(procedure), v.minLength(1), v.maxLength(8)),
  /** Requests that the learner did not start: at once, or after an event. */
  requests: v.optional(
    v.array(
      v.strictObject({
        id,
        service: text,
        code: v.pipe(v.string(), v.regex(/^\d{2}$/, 'a code has two digits')),
        after: v.optional(v.picklist(['signIn', 'signedIn', 'send'])),
      }),
    ),
    [],
  ),
  /** Papers on the device, to attach. */
  papers: v.optional(v.array(v.strictObject({ id, name: text })), []),
  letters: v.optional(
    v.array(v.strictObject({ id, title: text, from: text, text, file: v.optional(text) })),
    [],
  ),
  /** Whether one is signed in from the beginning. */
  signedIn: v.optional(v.boolean(), false),
});
export type CounterStart = v.InferOutput<typeof counterStart>;

/** Every `@key` of a start. */
export function counterTexts(start: CounterStart): readonly string[] {
  return [
    ...start.sites.flatMap(({ name, address }) => [name, address]),
    ...start.procedures.flatMap(({ title, about, steps, letter }) => [
      title,
      about,
      ...steps.flatMap((step) => [
        step.title,
        ...step.fields.flatMap(({ label, help = '', options }) => [
          label,
          help,
          ...options.map((option) => option.text),
        ]),
      ]),
      ...(letter === undefined ? [] : [letter.title, letter.text, letter.file ?? '']),
    ]),
    ...start.requests.map(({ service }) => service),
    ...start.papers.map(({ name }) => name),
    ...start.letters.flatMap((letter) => [letter.title, letter.from, letter.text, letter.file ?? '']),
  ].filter((each) => each.startsWith('@'));
}

/** Faults of sense in a start, in English; empty when there is none. */
export function counterFaults(start: CounterStart): readonly string[] {
  const procedures = start.procedures.map((each) => each.id);
  const letters = start.letters.map((each) => each.id);
  const requests = start.requests.map((each) => each.id);
  const fields = start.procedures.flatMap(({ id: name, steps }) =>
    steps.flatMap((step) => step.fields).map((each) => ({ name: `${name}.${each.id}`, field: each })),
  );
  return [
    ...[
      procedures,
      letters,
      requests,
      start.sites.map((site) => site.id),
      start.papers.map((paper) => paper.id),
      fields.map(({ name }) => name),
    ].flatMap((ids) =>
      ids
        .filter((each, index) => ids.indexOf(each) !== index)
        .map((each) => `the id "${each}" is given twice`),
    ),
    ...[...procedures, ...letters, ...requests]
      .filter((each) => reserved.includes(each))
      .map((each) => `nothing may be named "${each}"`),
    ...fields
      .filter(({ field: each }) => (each.type === 'choice') !== each.options.length > 1)
      .map(({ name }) => `"${name}" is a choice and has two options or more, or neither`),
    ...fields
      .filter(({ field: each }) => each.type === 'file' && each.required && start.papers.length === 0)
      .map(({ name }) => `"${name}" asks for a paper, and there is none`),
    ...start.requests
      .filter((request) => request.code === start.code)
      .map((request) => `the request "${request.id}" has the learner's own code`),
    ...(start.sites.every((site) => site.isFalse) ? ['every site is false'] : []),
  ];
}

const reserved = [
  'mine',
  'signedIn',
  'approved',
  'refused',
  'sent',
  'read',
  'saved',
  'site',
  'answer',
  'spent',
];
