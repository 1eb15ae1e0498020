import * as v from 'valibot';
import { ancestorsOf } from './tree.ts';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);
const size = v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000));

/** What a file can be; `folder` is told apart by its own key. */
export const fileKinds = ['pdf', 'text', 'photo', 'video', 'sound', 'table', 'archive', 'program'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What an author writes under `start` for the files simulator. */
export const filesStart = v.strictObject({
  /** In MB; without it there is no gauge and always room. */
  capacity: v.optional(size),
  at: v.optional(id, 'home'),
  entries: v.pipe(
    v.array(
      v.strictObject({
        id,
        name: text,
        in: id,
        folder: v.optional(v.boolean(), false),
        size: v.optional(size),
        date: v.optional(v.pipe(v.string(), v.isoDate())),
        kind: v.optional(v.picklist(fileKinds)),
        text: v.optional(text),
      }),
    ),
    v.minLength(1),
    v.maxLength(100),
  ),
});
export type FilesStart = v.InferOutput<typeof filesStart>;

const reserved = ['home', 'trash', 'gone'];

/** Every `@key` of a start. */
export function filesTexts(start: FilesStart): readonly string[] {
  return start.entries
    .flatMap((entry) => [entry.name, entry.text ?? ''])
    .filter((reference) => reference.startsWith('@'));
}

/** Faults of sense in a start, in English; empty when there is none. */
export function filesFaults(start: FilesStart): readonly string[] {
  const folders = [
    'home',
    'trash',
    ...start.entries.filter((entry) => entry.folder).map((entry) => entry.id),
  ];
  const total = start.entries.reduce((sum, entry) => sum + (entry.size ?? 0), 0);
  return [
    ...(folders.includes(start.at) ? [] : [`at: there is no folder "${start.at}"`]),
    ...(start.capacity !== undefined && total > start.capacity
      ? [`the entries weigh ${total} MB, more than the capacity`]
      : []),
    ...start.entries.flatMap((entry, index) => entryFaults(start, folders, entry, index)),
  ];
}

function entryFaults(
  start: FilesStart,
  folders: readonly string[],
  entry: FilesStart['entries'][number],
  index: number,
): string[] {
  const earlier = start.entries.slice(0, index);
  const faults: string[] = [];
  if (reserved.includes(entry.id)) faults.push(`the id "${entry.id}" is reserved`);
  if (earlier.some((other) => other.id === entry.id)) faults.push(`the id "${entry.id}" is given twice`);
  if (!folders.includes(entry.in)) faults.push(`"${entry.id}" is in "${entry.in}", which is not a folder`);
  if (ancestorsOf(start.entries, entry.id).includes(entry.id)) faults.push(`"${entry.id}" is inside itself`);
  if (earlier.some((other) => other.in === entry.in && other.name === entry.name)) {
    faults.push(`"${entry.id}" has the name of another entry of its folder`);
  }
  if (entry.folder) {
    if (entry.size !== undefined || entry.kind !== undefined || entry.text !== undefined) {
      faults.push(`the folder "${entry.id}" has neither size, kind nor text of its own`);
    }
  } else if (entry.size === undefined || entry.kind === undefined) {
    faults.push(`the file "${entry.id}" needs a size and a kind`);
  }
  return faults;
}
