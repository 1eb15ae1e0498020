import { simulatorKind, type Simulator } from '../simulator.ts';
import { filesAction, type FilesAction } from './action.ts';
import { changeFiles } from './change.ts';
import { filesFacts } from './facts.ts';
import { filesFaults, filesStart, filesTexts, type FilesStart } from './start.ts';
import { beginFiles, type FilesState } from './state.ts';

/** A file manager: folders, a trash, archives, a search, and room that runs out. */
export const filesSimulator: Simulator<FilesStart, FilesState, FilesAction> = {
  name: 'files',
  start: filesStart,
  action: filesAction,
  begin: beginFiles,
  apply: (state, action) => changeFiles(state, action),
  facts: filesFacts,
  texts: filesTexts,
  faults: filesFaults,
};

export const filesKind = simulatorKind(filesSimulator);
