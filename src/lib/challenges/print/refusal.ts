import type { PrintAction } from './action.ts';
import { pagesIn } from './pages.ts';
import type { PrintStart } from './start.ts';
import type { PrintState } from './state.ts';

export type PrintRefusal = 'noSuchPages' | 'noName' | 'oneSideOnly' | 'noColour';

/** Why an action that a person may try is not possible; undefined when it is. */
export function refusalOf(
  state: PrintState,
  action: PrintAction,
  start: PrintStart,
): PrintRefusal | undefined {
  const printer = start.printers.find(({ id }) => id === state.setting.printer);
  if (action.do === 'twoSides' && action.on && printer?.twoSides === false) return 'oneSideOnly';
  if (action.do === 'colour' && action.on && printer?.colour === false) return 'noColour';
  if (action.do === 'print' && pagesIn(state.setting.pages, start.document.pages) === undefined)
    return 'noSuchPages';
  return action.do === 'save' && state.saving.name.trim() === '' ? 'noName' : undefined;
}
