import { normalised } from '#lib/base/normalise.ts';
import type { Words } from '../kind.ts';
import type { WebAction } from './action.ts';
import { ranked } from './ranking.ts';
import type { WebStart } from './start.ts';
import { isBannerShown, isOnPage, place, type Place, type WebState } from './state.ts';

/** The browser after an action; one that is impossible leaves it as it is. */
export function changed(state: WebState, action: WebAction, start: WebStart, words: Words): WebState {
  switch (action.do) {
    case 'search':
      return start.search ? searched(state, action.text, start, words) : state;
    case 'visit':
      return start.pages.some((page) => page.id === action.page) ? gone(state, place(action.page)) : state;
    case 'back':
      return wentBack(state);
    case 'home':
      return gone(state, place(start.search ? 'search' : start.at));
    case 'press':
      return pressed(state, action.id, start);
    case 'info':
      return isOnPage(state) ? { ...state, informed: joined(state.informed, state.here.at) } : state;
    case 'bookmark':
      return isOnPage(state) ? { ...state, bookmarks: toggled(state.bookmarks, state.here.at) } : state;
  }
}

function searched(state: WebState, text: string, start: WebStart, words: Words): WebState {
  const query = normalised(text);
  if (query === '') return state;
  const results = ranked(start.pages, query, words);
  const next = gone(state, { at: 'results', query: text.trim(), results });
  return { ...next, searched: [...state.searched, query], lastResults: results };
}

function gone(state: WebState, to: Place): WebState {
  if (to.at === state.here.at && to.query === state.here.query) return state;
  const visited = to.at === 'search' || to.at === 'results' ? state.visited : joined(state.visited, to.at);
  return { ...state, here: to, behind: [...state.behind, state.here], visited };
}

function wentBack(state: WebState): WebState {
  const last = state.behind.at(-1);
  return last === undefined ? state : { ...state, here: last, behind: state.behind.slice(0, -1) };
}

function pressed(state: WebState, button: string, start: WebStart): WebState {
  if (!isOnPage(state)) return state;
  const next = { ...state, pressed: joined(state.pressed, button) };
  if (start.banner?.buttons.some((each) => each.id === button) !== true) return next;
  return isBannerShown(state, start) ? { ...next, isBannerClosed: true } : state;
}

function joined(list: readonly string[], member: string): readonly string[] {
  return list.includes(member) ? list : [...list, member];
}

function toggled(list: readonly string[], member: string): readonly string[] {
  return list.includes(member) ? list.filter((each) => each !== member) : [...list, member];
}
