import type { Words } from '../kind.ts';
import type { SortKey } from './action.ts';
import type { FileKind, FilesStart } from './start.ts';
import { insideOf } from './tree.ts';

/** A file or a folder. Type aliases, not interfaces: only these are known to be plain JSON. */
export type Entry = {
  readonly id: string;
  readonly name: string;
  /** Its folder; `trash` once deleted, `gone` once the trash was emptied. */
  readonly in: string;
  /** Where it goes back to when it is restored. */
  readonly was: string;
  readonly kind: FileKind | 'folder';
  /** In MB; 0 for a folder. */
  readonly size: number;
  /** Year, month and day; empty for what was made during the exercise. */
  readonly date: string;
  /** What opening it shows: a text reference, or nothing. */
  readonly text: string;
  /** Ids packed into an archive made during the exercise. */
  readonly holds: readonly string[];
};

/** The whole of the simulator, as plain data. */
export type FilesState = {
  readonly entries: readonly Entry[];
  /** In MB; 0 when room does not matter. */
  readonly capacity: number;
  /** The folder that is shown. */
  readonly at: string;
  /** The file that is looked into; empty when none is. */
  readonly reading: string;
  readonly search: string;
  readonly sort: SortKey;
  readonly opened: readonly string[];
  readonly usedSearch: boolean;
  readonly usedSort: boolean;
  readonly foldersMade: number;
};

/** The files as the learner finds them. */
export function beginFiles(start: FilesStart, words: Words): FilesState {
  return {
    entries: start.entries.map((entry) => ({
      id: entry.id,
      name: words(entry.name),
      in: entry.in,
      was: 'home',
      kind: entry.folder ? 'folder' : (entry.kind ?? 'text'),
      size: entry.folder ? 0 : (entry.size ?? 0),
      date: entry.date ?? '',
      text: entry.text ?? '',
      holds: [],
    })),
    capacity: start.capacity ?? 0,
    at: start.at,
    reading: '',
    search: '',
    sort: 'name',
    opened: [],
    usedSearch: false,
    usedSort: false,
    foldersMade: 0,
  };
}

/** The entry with an id, unless it never existed or is gone. */
export function entryOf(state: FilesState, id: string): Entry | undefined {
  return state.entries.find((entry) => entry.id === id && entry.in !== 'gone');
}

/** What an entry weighs in MB, all that it holds included. */
export function weightOf(state: FilesState, entry: Entry): number {
  return tidy(insideOf(state.entries, entry.id).reduce((sum, inner) => sum + inner.size, entry.size));
}

/** The room left in MB: what is in the trash still takes its place. */
export function freeRoom(state: FilesState): number {
  const used = state.entries.reduce((sum, entry) => sum + (entry.in === 'gone' ? 0 : entry.size), 0);
  return tidy(state.capacity - used);
}

/** A size without the dust of binary fractions, in hundredths of a MB. */
export function tidy(size: number): number {
  return Math.round(size * 100) / 100;
}
