import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { WebAction } from './action.ts';
import { webSimulator } from './challenge.ts';
import { labelOf } from './label.ts';
import type { WebStart } from './start.ts';
import type { WebState } from './state.ts';

export const teller = simulatorTeller(webSimulator, tellWeb);

/** How an action in the browser is done on the screen. */
function tellWeb(action: WebAction, scene: SimulatorScene<WebStart, WebState>): readonly Clause[] {
  const { say, start, state, plain, rich } = scene;
  const words = scene.words.web;
  const shown = start.pages.find(({ id }) => id === state.here.at);
  const labelled = (target: string): string => (shown === undefined ? '' : labelOf(rich(shown.body), target));
  switch (action.do) {
    case 'search':
      return [
        ...(shown === undefined ? [] : [say.press(words.home)]),
        say.write(action.text, say.inside(words.search)),
        say.press(words.searchButton),
      ];
    case 'visit': {
      const label = labelled(`page:${action.page}`);
      const wanted = start.pages.find(({ id }) => id === action.page);
      if (label !== '') return [say.press(label)];
      if (state.here.results.includes(action.page)) return [say.press(plain(wanted?.title ?? ''))];
      return [say.write(wanted?.address ?? '', words.how.atTop), say.press(words.go)];
    }
    case 'back':
      return [say.press(scene.words.simulators.back)];
    case 'home':
      return [say.press(words.home)];
    case 'press': {
      const ofBanner = start.banner?.buttons.find(({ id }) => id === action.id);
      return [say.press(ofBanner === undefined ? labelled(`do:${action.id}`) : plain(ofBanner.text))];
    }
    case 'info':
      return [say.press(shown?.insecure === true ? words.insecure : words.secure)];
    case 'bookmark':
      return [say.press(words.bookmark)];
  }
}
