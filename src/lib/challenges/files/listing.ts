import { normalised } from '#lib/base/normalise.ts';
import { weightOf, type Entry, type FilesState } from './state.ts';
import { ancestorsOf, childrenOf, placeOf } from './tree.ts';

/** What the window shows, in its order: the open folder, or everything outside the trash that a search finds. */
export function listing(state: FilesState, locale: string): readonly Entry[] {
  const sought = normalised(state.search);
  const shown =
    state.search === ''
      ? childrenOf(state.entries, state.at)
      : state.entries.filter(
          (entry) =>
            !['trash', 'gone'].includes(placeOf(state.entries, entry)) &&
            normalised(entry.name).includes(sought),
        );
  return [...shown].sort((left, right) => order(state, left, right, locale));
}

/** The folders from the root to one, as ids: `home` first, the folder itself last. */
export function pathTo(state: FilesState, folder: string): readonly string[] {
  return folder === 'home' || folder === 'trash'
    ? [folder]
    : [...ancestorsOf(state.entries, folder)].reverse().concat(folder);
}

/** Every folder one can move something into, as a tree read downwards: a folder's depth is 1 under the root. */
export function folderTree(state: FilesState, locale: string): readonly { folder: Entry; depth: number }[] {
  const below = (id: string, depth: number): { folder: Entry; depth: number }[] =>
    childrenOf(state.entries, id)
      .filter((entry) => entry.kind === 'folder')
      .sort((left, right) => byName(left, right, locale))
      .flatMap((folder) => [{ folder, depth }, ...below(folder.id, depth + 1)]);
  return below('home', 1);
}

/** Folders first, as in every file manager; then by the key chosen, the newest or the largest first. */
function order(state: FilesState, left: Entry, right: Entry, locale: string): number {
  const folders = Number(right.kind === 'folder') - Number(left.kind === 'folder');
  if (folders !== 0) return folders;
  if (state.sort === 'size') {
    return weightOf(state, right) - weightOf(state, left) || byName(left, right, locale);
  }
  // What has no date was made just now.
  const newest = (entry: Entry): string => entry.date || '9999';
  if (state.sort === 'date' && newest(left) !== newest(right)) return newest(left) < newest(right) ? 1 : -1;
  return byName(left, right, locale);
}

function byName(left: Entry, right: Entry, locale: string): number {
  return left.name.localeCompare(right.name, locale, { numeric: true });
}
