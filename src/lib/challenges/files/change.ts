import type { FilesAction } from './action.ts';
import { isOpenFolder, isTaken, refusalOf } from './refusal.ts';
import { entryOf, tidy, weightOf, type Entry, type FilesState } from './state.ts';
import { ancestorsOf, insideOf, placeOf } from './tree.ts';

/** The state after an action; the very same state when the action is impossible. */
export function changeFiles(state: FilesState, action: FilesAction): FilesState {
  if (refusalOf(state, action) !== undefined) return state;
  switch (action.do) {
    case 'enter':
      return { ...state, at: action.id, reading: '', search: '' };
    case 'open':
      return { ...state, reading: action.id, opened: withMember(state.opened, action.id) };
    case 'close':
      return state.reading === '' ? state : { ...state, reading: '' };
    case 'rename':
      return withEntry(state, action.id, () => ({ name: action.name.trim() }));
    case 'move':
      return action.to === 'trash' ? trashed(state, action.id) : moved(state, action.id, action.to);
    case 'copy':
      return copied(state, action.id, action.to);
    case 'delete':
      return trashed(state, action.id);
    case 'restore': {
      const was = entryOf(state, action.id)?.was ?? 'home';
      return moved(state, action.id, isOpenFolder(state, was) ? was : 'home');
    }
    case 'empty':
      return withoutTrash(state);
    case 'folder':
      return {
        ...withNew(state, { id: freeId(state, 'folder'), name: action.name, in: action.in, kind: 'folder' }),
        foldersMade: state.foldersMade + 1,
      };
    case 'compress':
      return compressed(state, action.ids, action.name);
    case 'search': {
      const search = action.text.trim();
      return { ...state, search, reading: '', usedSearch: state.usedSearch || search !== '' };
    }
    case 'sort':
      return { ...state, sort: action.by, usedSort: true };
  }
}

function moved(state: FilesState, id: string, to: string): FilesState {
  return withEntry(state, id, (entry) => ({ in: to, name: freeName(state, to, entry.name) }));
}

/** What is shown must stay among the living: the folder shown, or the file looked into, may be in what goes. */
function trashed(state: FilesState, id: string): FilesState {
  const next = withEntry(state, id, (entry) => ({ in: 'trash', was: entry.in }));
  const around = ancestorsOf(state.entries, id)[0] ?? 'home';
  const isInside = (shown: string): boolean => shown === id || ancestorsOf(state.entries, shown).includes(id);
  return {
    ...next,
    at: isInside(state.at) ? around : state.at,
    reading: isInside(state.reading) ? '' : state.reading,
  };
}

function withoutTrash(state: FilesState): FilesState {
  const isLost = (entry: Entry): boolean => placeOf(state.entries, entry) === 'trash';
  return {
    ...state,
    entries: state.entries.map((entry) => (isLost(entry) ? { ...entry, in: 'gone' } : entry)),
    reading: state.entries.some((entry) => entry.id === state.reading && isLost(entry)) ? '' : state.reading,
  };
}

function copied(state: FilesState, id: string, to: string): FilesState {
  const entry = entryOf(state, id);
  if (entry === undefined) return state;
  const family = [entry, ...insideOf(state.entries, id)];
  const ids = new Map(family.map((member) => [member.id, freeId(state, member.id)]));
  const copies = family.map((member) => ({
    ...member,
    id: ids.get(member.id) ?? member.id,
    in: ids.get(member.in) ?? member.in,
  }));
  copies[0] = { ...entry, id: freeId(state, id), in: to, name: freeName(state, to, entry.name) };
  return { ...state, entries: [...state.entries, ...copies] };
}

function compressed(state: FilesState, ids: readonly string[], name: string): FilesState {
  const packed = state.entries.filter((entry) => ids.includes(entry.id));
  const outermost = packed.filter(
    (entry) => !ancestorsOf(state.entries, entry.id).some((folder) => ids.includes(folder)),
  );
  return withNew(state, {
    id: freeId(state, 'archive'),
    name,
    in: entryOf(state, ids[0] ?? '')?.in ?? 'home',
    kind: 'archive',
    size: tidy(outermost.reduce((sum, entry) => sum + weightOf(state, entry), 0) / 2),
    holds: state.entries
      .filter((entry) =>
        outermost.some((top) => top === entry || insideOf(state.entries, top.id).includes(entry)),
      )
      .map((entry) => entry.id),
  });
}

function withNew(
  state: FilesState,
  entry: Pick<Entry, 'id' | 'name' | 'in' | 'kind'> & Partial<Entry>,
): FilesState {
  const full: Entry = {
    was: 'home',
    size: 0,
    date: '',
    text: '',
    holds: [],
    ...entry,
    name: entry.name.trim(),
  };
  return { ...state, entries: [...state.entries, full] };
}

function withEntry(state: FilesState, id: string, change: (entry: Entry) => Partial<Entry>): FilesState {
  return {
    ...state,
    entries: state.entries.map((entry) => (entry.id === id ? { ...entry, ...change(entry) } : entry)),
  };
}

function freeId(state: FilesState, stem: string): string {
  for (let number = 1; ; number += 1) {
    const id = `${stem}~${number}`;
    if (!state.entries.some((entry) => entry.id === id)) return id;
  }
}

/** A name that nothing in the folder has yet: « Bill (2).pdf » beside « Bill.pdf ». */
function freeName(state: FilesState, folder: string, name: string): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[a-z0-9]{1,5})?$/i.exec(name) ?? [];
  let candidate = name;
  for (let number = 2; isTaken(state, folder, candidate); number += 1)
    candidate = `${stem} (${number})${ending}`;
  return candidate;
}

function withMember(members: readonly string[], member: string): readonly string[] {
  return members.includes(member) ? members : [...members, member];
}
