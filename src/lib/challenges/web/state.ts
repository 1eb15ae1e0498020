import type { WebStart } from './start.ts';

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

/** The browser as the learner finds it. */
export function startingState(start: WebStart): WebState {
  return {
    here: place(start.at),
    behind: [],
    visited: start.at === 'search' ? [] : [start.at],
    searched: [],
    lastResults: [],
    pressed: [],
    bookmarks: [],
    informed: [],
    isBannerClosed: false,
  };
}

/** The place of a page, or of the search engine. */
export function place(at: string): Place {
  return { at, query: '', results: [] };
}

/** Whether the banner covers the page that is shown. */
export function isBannerShown(state: WebState, start: WebStart): boolean {
  return start.banner !== undefined && !state.isBannerClosed && start.banner.on === state.here.at;
}

/** Whether a page is shown, and not the search engine. */
export function isOnPage(state: WebState): boolean {
  return state.here.at !== 'search' && state.here.at !== 'results';
}
