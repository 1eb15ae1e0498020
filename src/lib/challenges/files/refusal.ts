import type { FilesAction } from './action.ts';
import { entryOf, freeRoom, weightOf, type Entry, type FilesState } from './state.ts';
import { ancestorsOf, childrenOf, insideOf, placeOf } from './tree.ts';

/** Why an action is impossible. */
export type Refusal =
  | 'missing'
  | 'inTrash'
  | 'alreadyThere'
  | 'insideItself'
  | 'noName'
  | 'nameTaken'
  | 'badSign'
  | 'noRoom'
  | 'tooMany';

/** The most entries there can ever be: copies of copies would double without end. */
export const mostEntries = 300;

/** Why an action cannot be done in this state; undefined when it can. */
export function refusalOf(state: FilesState, action: FilesAction): Refusal | undefined {
  switch (action.do) {
    case 'close':
    case 'search':
    case 'sort':
      return undefined;
    case 'empty':
      return childrenOf(state.entries, 'trash').length > 0 ? undefined : 'missing';
    case 'enter':
      return action.id === 'trash' || isOpenFolder(state, action.id) ? undefined : 'missing';
    case 'open': {
      const entry = entryOf(state, action.id);
      return entry === undefined || entry.kind === 'folder' ? 'missing' : undefined;
    }
    case 'restore':
      return entryOf(state, action.id)?.in === 'trash' ? undefined : 'missing';
    case 'delete':
      return kept(state, action.id);
    case 'rename': {
      const entry = entryOf(state, action.id);
      return kept(state, action.id) ?? badName(state, entry?.in ?? '', action.name, action.id);
    }
    case 'move':
      return transferRefusal(state, action.id, action.to, 'move');
    case 'copy':
      return transferRefusal(state, action.id, action.to, 'copy');
    case 'folder':
      if (!isOpenFolder(state, action.in)) return 'missing';
      return badName(state, action.in, action.name) ?? crowded(state, 1);
    case 'compress':
      return compressRefusal(state, action.ids, action.name);
  }
}

/** Whether an id is that of a folder one can work in: neither the trash nor a folder in it. */
export function isOpenFolder(state: FilesState, id: string): boolean {
  if (id === 'home') return true;
  const entry = entryOf(state, id);
  return entry?.kind === 'folder' && placeOf(state.entries, entry) !== 'trash';
}

/** Whether another entry of a folder already has a name; capitals make no difference. */
export function isTaken(state: FilesState, folder: string, name: string, except = ''): boolean {
  const wanted = name.trim().toLowerCase();
  return childrenOf(state.entries, folder).some(
    (entry) => entry.id !== except && entry.name.trim().toLowerCase() === wanted,
  );
}

function kept(state: FilesState, id: string): Refusal | undefined {
  const entry = entryOf(state, id);
  if (entry === undefined) return 'missing';
  return placeOf(state.entries, entry) === 'trash' ? 'inTrash' : undefined;
}

function transferRefusal(
  state: FilesState,
  id: string,
  to: string,
  way: 'move' | 'copy',
): Refusal | undefined {
  const entry = entryOf(state, id);
  if (entry === undefined) return 'missing';
  if (way === 'move' && to === 'trash') return kept(state, id);
  if (!isOpenFolder(state, to)) return 'missing';
  if (to === id || ancestorsOf(state.entries, to).includes(id)) return 'insideItself';
  if (way === 'move') return entry.in === to ? 'alreadyThere' : undefined;
  return (
    kept(state, id) ??
    noRoom(state, weightOf(state, entry)) ??
    crowded(state, insideOf(state.entries, id).length + 1)
  );
}

function compressRefusal(state: FilesState, ids: readonly string[], name: string): Refusal | undefined {
  const packed: Entry[] = [];
  for (const id of ids) {
    const refusal = kept(state, id);
    if (refusal !== undefined) return refusal;
    const entry = entryOf(state, id);
    if (entry !== undefined) packed.push(entry);
  }
  const weight = packed.reduce((sum, entry) => sum + weightOf(state, entry), 0);
  return badName(state, packed[0]?.in ?? '', name) ?? noRoom(state, weight / 2) ?? crowded(state, 1);
}

function badName(state: FilesState, folder: string, name: string, except = ''): Refusal | undefined {
  if (name.trim() === '') return 'noName';
  if (/[/\\]/.test(name)) return 'badSign';
  return isTaken(state, folder, name, except) ? 'nameTaken' : undefined;
}

function noRoom(state: FilesState, size: number): Refusal | undefined {
  return state.capacity > 0 && size > freeRoom(state) ? 'noRoom' : undefined;
}

function crowded(state: FilesState, more: number): Refusal | undefined {
  return state.entries.length + more > mostEntries ? 'tooMany' : undefined;
}
