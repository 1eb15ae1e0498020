import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { StoreAction, StoreScreen } from './action.ts';
import { storeSimulator } from './challenge.ts';
import { priceWords } from '../quantity-words.ts';
import type { StoreApp, StoreStart } from './start.ts';
import type { StoreState } from './state.ts';

type StoreScene = SimulatorScene<StoreStart, StoreState>;

export const teller = simulatorTeller(storeSimulator, tellStore);

/** How an action in the app store is done on the screen. */
function tellStore(action: StoreAction, scene: StoreScene): readonly Clause[] {
  const { say, start, plain, locale } = scene;
  const words = scene.words.store;
  const app = 'app' in action ? start.apps.find(({ id }) => id === action.app) : undefined;
  switch (action.do) {
    case 'enter':
      return into(action.screen, scene);
    case 'search':
      return [
        ...into('search', scene),
        ...(start.tiles.some((tile) => plain(tile) === action.text)
          ? [say.press(action.text)]
          : [say.write(action.text, say.inside(words.searchLabel)), say.press(words.find)]),
      ];
    case 'back':
      return [say.press(scene.words.simulators.back)];
    case 'open':
      return opened(app, scene);
    case 'install': {
      const price = app?.price ?? 0;
      return [
        ...opened(app, scene),
        ...(price === 0
          ? [say.press(words.install)]
          : [say.press(words.buy(priceWords(price, locale))), say.press(words.pay)]),
      ];
    }
    case 'subscribe': {
      const trial = app?.subscription?.trial ?? 0;
      const name = trial > 0 ? words.tryFree(trial) : words.subscribe;
      return [...opened(app, scene), say.press(name), say.press(words.pay)];
    }
    case 'uninstall':
    case 'update':
    case 'report':
    case 'refund':
      return [...opened(app, scene), say.press(words[action.do])];
    case 'cancel':
      return [...into('payments', scene), say.press(words.cancel(plain(app?.name ?? '')))];
    case 'askFirst':
    case 'autoUpdate':
      return [...into('settings', scene), say.turn(words[action.do], action.on ? words.on : words.off)];
    case 'limitAge':
      return [
        ...into('settings', scene),
        say.choose(words.limits[action.age] ?? '', say.under(words.limitAge)),
      ];
  }
}

/** The way to a part of the shop; nothing when it is shown. */
function into(screen: StoreScreen, { say, state, words }: StoreScene): readonly Clause[] {
  const back = state.app === '' ? [] : [say.press(words.simulators.back)];
  return state.screen === screen ? back : [...back, say.press(words.store.screens[screen])];
}

/** The way to an app's page, from what was found or from those that are installed; nothing when it is shown. */
function opened(app: StoreApp | undefined, scene: StoreScene): readonly Clause[] {
  const { say, state, plain } = scene;
  if (app === undefined || state.app === app.id) return [];
  const isListed = state.screen === 'search' ? state.found.includes(app.id) : state.screen === 'mine';
  const back = isListed && state.app === '' ? [] : into(isListed ? state.screen : 'mine', scene);
  return [...back, say.press(plain(app.name))];
}
