import type { Facts } from '../goal.ts';
import type { WebStart } from './start.ts';
import type { WebState } from './state.ts';
import { wordsOf } from './stem.ts';

/** What conditions may ask about a browser. */
export function webFacts(state: WebState, start: WebStart): Facts {
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
