import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);

export const styleNames = ['title', 'heading', 'subheading', 'paragraph', 'bullet', 'number'] as const;
export type StyleName = (typeof styleNames)[number];
export const alignNames = ['left', 'center', 'right'] as const;
export const markNames = ['bold', 'italic', 'underline'] as const;
export type MarkName = (typeof markNames)[number];

/** What the learner finds to work with: few for who begins. */
const toolNames = ['style', 'mark', 'align', 'move', 'write', 'add', 'remove', 'comment'] as const;
export type ToolName = (typeof toolNames)[number];

/** A part of a block that can be worked on by itself; it stands in the block's text as `{id}`. */
const phrase = v.strictObject({
  id,
  text,
  /** What the spelling checker offers instead. */
  choices: v.optional(v.array(v.strictObject({ id, text })), []),
  marks: v.optional(v.array(v.picklist(markNames)), []),
});

const block = v.strictObject({
  id,
  /** Words; empty for an empty line. `{id}` stands for a phrase or for a field. */
  text: v.optional(v.string(), ''),
  /** Spaces typed before the words. */
  spaces: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(40)), 0),
  style: v.optional(v.picklist(styleNames), 'paragraph'),
  align: v.optional(v.picklist(alignNames), 'left'),
  marks: v.optional(v.array(v.picklist(markNames)), []),
  phrases: v.optional(v.array(phrase), []),
  /** A picture: what it shows is its text; its text alternative is the learner's to write. */
  picture: v.optional(v.boolean(), false),
  alt: v.optional(text),
  /** What somebody else suggests: other words, or (without words) to take it out. */
  suggested: v.optional(v.strictObject({ by: text, text: v.optional(text) })),
});
export type StartBlock = v.InferOutput<typeof block>;

const blocks = v.pipe(v.array(block), v.minLength(1), v.maxLength(20));

/** What an author writes under `start` for a document. */
export const documentStart = v.strictObject({
  title: text,
  blocks,
  tools: v.pipe(v.array(v.picklist(toolNames)), v.maxLength(toolNames.length)),
  /** How what one writes enters a shared document; absent: it is one's own. */
  mode: v.optional(v.picklist(['edit', 'suggest'])),
  versions: v.optional(v.pipe(v.array(v.strictObject({ id, name: text, blocks })), v.maxLength(5)), []),
  /** Fields that each guest fills with something else. */
  fields: v.optional(v.pipe(v.array(v.strictObject({ id, name: text })), v.maxLength(5)), []),
  guests: v.optional(
    v.pipe(v.array(v.strictObject({ id, name: text, values: v.record(v.string(), text) })), v.maxLength(6)),
    [],
  ),
});
export type DocumentStart = v.InferOutput<typeof documentStart>;

/** The version that the document itself becomes when an older one takes its place. */
export const newest = 'newest';

/** Every `@key` of a start. */
export function documentTexts(start: DocumentStart): readonly string[] {
  const ofBlock = (each: StartBlock): readonly string[] => [
    each.text,
    each.alt ?? '',
    each.suggested?.by ?? '',
    each.suggested?.text ?? '',
    ...each.phrases.flatMap((part) => [part.text, ...part.choices.map((choice) => choice.text)]),
  ];
  return [
    start.title,
    ...start.blocks.flatMap(ofBlock),
    ...start.versions.flatMap((version) => [version.name, ...version.blocks.flatMap(ofBlock)]),
    ...start.fields.map(({ name }) => name),
    ...start.guests.flatMap(({ name, values }) => [name, ...Object.values(values)]),
  ].filter((each) => each.startsWith('@'));
}

/** Faults of sense in a start, in English; empty when there is none. */
export function documentFaults(start: DocumentStart): readonly string[] {
  const { blocks: own, versions, fields, guests } = start;
  const inside = own.flatMap((each) => [each.id, ...each.phrases.map((part) => part.id)]);
  const ids = [...inside, ...fields.map((each) => each.id)];
  const reserved = ['answer', 'order', 'empties', 'extra', 'headings', 'mode', 'restored', 'looked', 'tried'];
  return [
    ...twice(ids).map((each) => `the id "${each}" is given twice`),
    ...twice(versions.map((each) => each.id)).map((each) => `the version "${each}" is given twice`),
    ...ids
      .filter((each) => reserved.includes(each) || each.startsWith('new-'))
      .map((each) => `nothing may be named "${each}"`),
    ...versions.filter((each) => each.id === newest).map(() => `no version may be named "${newest}"`),
    ...versions.flatMap((version) =>
      twice(version.blocks.map((each) => each.id)).map(
        (each) => `the version "${version.id}" has "${each}" twice`,
      ),
    ),
    ...guests.flatMap((guest) =>
      fields
        .filter((field) => !Object.hasOwn(guest.values, field.id))
        .map((field) => `the guest "${guest.id}" has no "${field.id}"`),
    ),
    ...(fields.length > 0 && guests.length === 0 ? ['there are fields, and nobody to fill them'] : []),
  ];
}

function twice(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((each, index) => ids.indexOf(each) !== index))];
}
