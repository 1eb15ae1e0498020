import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { FilesAction } from './action.ts';
import { filesSimulator } from './challenge.ts';
import { listing, pathTo } from './listing.ts';
import type { FilesStart } from './start.ts';
import { entryOf, type FilesState } from './state.ts';
import { childrenOf } from './tree.ts';

type FilesScene = SimulatorScene<FilesStart, FilesState>;

export const teller = simulatorTeller(filesSimulator, tellFiles);

/** How an action on files is done on the screen. */
function tellFiles(action: FilesAction, scene: FilesScene): readonly Clause[] {
  const { say, state } = scene;
  const words = scene.words.files;
  const chosen = (id: string): readonly Clause[] => [...shown(id, scene), say.choose(nameOf(id, scene))];
  switch (action.do) {
    case 'enter':
      return into(action.id, scene);
    case 'open':
      return [...chosen(action.id), say.press(words.open)];
    case 'close':
      return [say.press(words.closeFile)];
    case 'rename':
      return [
        ...chosen(action.id),
        say.press(words.rename),
        say.write(action.name),
        say.press(words.confirmName.rename),
      ];
    case 'move':
    case 'copy':
      return [...chosen(action.id), say.press(words[action.do]), say.press(nameOf(action.to, scene))];
    case 'delete':
    case 'restore':
      return [...chosen(action.id), say.press(words[action.do])];
    case 'empty':
      return [...into('trash', scene), say.press(words.empties)];
    case 'folder':
      return [
        ...into(action.in, scene),
        say.press(words.newFolder),
        say.write(action.name),
        say.press(words.confirmName.folder),
      ];
    case 'compress':
      return [
        ...shown(action.ids[0] ?? '', scene),
        ...action.ids.map((id) => say.choose(nameOf(id, scene))),
        say.press(words.compress),
        say.write(action.name),
        say.press(words.confirmName.compress),
      ];
    case 'search':
      return action.text === ''
        ? [say.press(words.searchEnd)]
        : [
            say.press(words.search),
            say.write(action.text, say.inside(words.searchLabel)),
            say.press(words.searchStart),
          ];
    case 'sort':
      return [say.press(words.sort), say.choose(words.sortKeys[action.by])];
  }

  /** What comes before an entry can be chosen. */
  function shown(id: string, { locale }: FilesScene): readonly Clause[] {
    const isShown = state.reading === '' && listing(state, locale).some((entry) => entry.id === id);
    return isShown ? [] : into(entryOf(state, id)?.in ?? 'home', scene);
  }
}

/** The way into a folder from what is shown; nothing when it is shown. */
function into(folder: string, scene: FilesScene): readonly Clause[] {
  const { say, state } = scene;
  const words = scene.words.files;
  const name = nameOf(folder, scene);
  const left = [
    ...(state.reading === '' ? [] : [say.press(words.closeFile)]),
    ...(state.search === '' ? [] : [say.press(words.searchEnd)]),
  ];
  if (state.at === folder) return left;
  if (folder === 'trash')
    return [...left, say.press(words.trashCount(childrenOf(state.entries, 'trash').length))];
  // The folders around the one that is shown stand above it.
  if (folder === 'home' || pathTo(state, state.at).includes(folder)) return [...left, say.press(name)];
  return [...(state.reading === '' ? [] : left), say.choose(name), say.press(words.open)];
}

function nameOf(id: string, { state, words }: FilesScene): string {
  return id === 'home' || id === 'trash' ? words.files[id] : (entryOf(state, id)?.name ?? '');
}
