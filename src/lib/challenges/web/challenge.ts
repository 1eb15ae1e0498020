import * as v from 'valibot';
import { normalised } from '#lib/base/normalise.ts';
import type { Facts } from '../goal.ts';
import type { Words } from '../kind.ts';
import { simulatorKind, type Simulator } from '../simulator.ts';
import { ranked } from './ranking.ts';
import { webFaults, webStartSchema, webTexts, type WebStart } from './start.ts';
import { wordsOf } from './stem.ts';

/** Where the browser is: a page's id, `search`, or `results` with what was searched and found. */
export type Place = { readonly at: string; readonly query: string; readonly results: readonly string[] };

/** The browser's state; lists keep the order in which things first happened. */
export type WebState = {
  readonly here: Place;
  readonly behind: readonly Place[];
  readonly visited: readonly string[];
  readonly searched: readonly string[];
  readonly lastResults: readonly string[];
  readonly pressed: readonly string[];
  readonly bookmarks: readonly string[];
  readonly informed: readonly string[];
  readonly isBannerClosed: boolean;
};

const id = v.pipe(v.string(), v.maxLength(100));

export const webActionSchema = v.variant('do', [
  v.strictObject({ do: v.literal('search'), text: v.pipe(v.string(), v.maxLength(200)) }),
  v.strictObject({ do: v.literal('visit'), page: id }),
  v.strictObject({ do: v.literal('back') }),
  v.strictObject({ do: v.literal('home') }),
  v.strictObject({ do: v.literal('press'), id }),
  v.strictObject({ do: v.literal('info') }),
  v.strictObject({ do: v.literal('bookmark') }),
]);
export type WebAction = v.InferOutput<typeof webActionSchema>;

/** Whether the banner covers the page that is shown. */
export function isBannerShown(state: WebState, start: WebStart): boolean {
  return start.banner !== undefined && !state.isBannerClosed && start.banner.on === state.here.at;
}

/** Whether a page is shown, and not the search engine. */
export function isOnPage(state: WebState): boolean {
  return state.here.at !== 'search' && state.here.at !== 'results';
}

function apply(state: WebState, action: WebAction, start: WebStart, words: Words): WebState {
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

function facts(state: WebState, start: WebStart): Facts {
  const sponsored = start.pages.filter((page) => page.sponsored).map((page) => page.id);
  return {
    page: state.here.at,
    visited: state.visited,
    'visited.count': state.visited.length,
    searched: state.searched,
    'searches.count': state.searched.length,
    results: state.lastResults,
    'results.top': state.lastResults.filter((page) => !sponsored.includes(page)).slice(0, 3),
    pressed: state.pressed,
    bookmarks: state.bookmarks,
    'info.seen': state.informed,
    'banner.open': start.banner !== undefined && !state.isBannerClosed,
    'query.words': wordsOf(state.searched.at(-1) ?? '').length,
  };
}

function place(at: string): Place {
  return { at, query: '', results: [] };
}

function joined(list: readonly string[], member: string): readonly string[] {
  return list.includes(member) ? list : [...list, member];
}

function toggled(list: readonly string[], member: string): readonly string[] {
  return list.includes(member) ? list.filter((each) => each !== member) : [...list, member];
}

/** A browser over a handful of invented pages. */
export const webSimulator: Simulator<WebStart, WebState, WebAction> = {
  name: 'web',
  start: webStartSchema,
  action: webActionSchema,
  begin: (start) => ({
    here: place(start.at),
    behind: [],
    visited: start.at === 'search' ? [] : [start.at],
    searched: [],
    lastResults: [],
    pressed: [],
    bookmarks: [],
    informed: [],
    isBannerClosed: false,
  }),
  apply,
  facts,
  texts: webTexts,
  faults: webFaults,
};

export const webKind = simulatorKind(webSimulator);
