import type { Facts } from '../goal.ts';
import { freeRoom, type Entry, type FilesState } from './state.ts';
import { placeOf } from './tree.ts';

/** What conditions may ask about the files. */
export function filesFacts(state: FilesState): Facts {
  const places = new Map(state.entries.map((entry) => [entry.id, placeOf(state.entries, entry)]));
  const facts: Record<string, Facts[string]> = {
    opened: state.opened,
    'opened.count': state.opened.length,
    'used.search': state.usedSearch,
    'used.sort': state.usedSort,
    'folders.made': state.foldersMade,
  };
  const holding = (folder: string): readonly string[] =>
    state.entries.filter((entry) => places.get(entry.id) === folder).map((entry) => entry.id);
  for (const entry of state.entries) {
    const place = places.get(entry.id) ?? 'gone';
    facts[`${entry.id}.in`] = place;
    facts[`${entry.id}.name`] = entry.name;
    facts[`${entry.id}.folder`] = nameOf(state.entries, place);
    if (entry.kind === 'folder') facts[`${entry.id}.has`] = holding(entry.id);
    else facts[`${entry.id}.opened`] = state.opened.includes(entry.id);
    if (entry.holds.length > 0) facts[`${entry.id}.holds`] = entry.holds;
  }
  facts['home.has'] = holding('home');
  facts['trash.has'] = holding('trash');
  facts['trash.count'] = holding('trash').length;
  if (state.capacity > 0) facts['free'] = freeRoom(state);
  return facts;
}

/** The name of a folder; `home`, `trash` and `gone` stand for themselves. */
function nameOf(entries: readonly Entry[], folder: string): string {
  return entries.find((entry) => entry.id === folder)?.name ?? folder;
}
