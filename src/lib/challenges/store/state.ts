import { normalised } from '#lib/base/normalise.ts';
import type { Words } from '../kind.ts';
import type { StoreScreen } from './action.ts';
import type { StoreApp, StoreStart } from './start.ts';

/** The whole of the simulator, as plain data; a type alias: only these are known to be plain JSON. */
export type StoreState = {
  readonly screen: StoreScreen;
  /** The app whose page is in front; empty for none. */
  readonly app: string;
  readonly query: string;
  readonly found: readonly string[];
  readonly hasSearched: boolean;
  readonly installed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly waiting: readonly string[];
  readonly updated: readonly string[];
  readonly subscribed: readonly string[];
  readonly cancelled: readonly string[];
  readonly reported: readonly string[];
  readonly refunded: readonly string[];
  readonly looked: readonly string[];
  /** In euros. */
  readonly spent: number;
  readonly askFirst: boolean;
  readonly autoUpdate: boolean;
  readonly age: number;
};

/** The shop as the learner finds it. */
export function beginStore(start: StoreStart): StoreState {
  const idsOf = (is: (app: StoreApp) => boolean): string[] => start.apps.filter(is).map(({ id }) => id);
  return {
    screen: 'search',
    app: '',
    query: '',
    found: [],
    hasSearched: false,
    installed: idsOf((app) => app.installed),
    added: [],
    removed: [],
    waiting: idsOf((app) => app.update),
    updated: [],
    subscribed: idsOf((app) => app.subscribed),
    cancelled: [],
    reported: [],
    refunded: [],
    looked: [],
    spent: 0,
    askFirst: start.settings.askFirst,
    autoUpdate: start.settings.autoUpdate,
    age: start.settings.age,
  };
}

/** The room left in MB. */
export function freeRoom(state: StoreState, start: StoreStart): number {
  const sizes = (ids: readonly string[]): number =>
    start.apps.reduce((sum, app) => sum + (ids.includes(app.id) ? app.size : 0), 0);
  const before = start.apps.filter((app) => app.installed).map(({ id }) => id);
  return start.free + sizes(before) - sizes(state.installed);
}

/** The ids of the apps that words find: what is paid for comes first, then by how many words are met. */
export function appsFound(text: string, start: StoreStart, words: Words): readonly string[] {
  const wanted = normalised(text)
    .split(' ')
    .filter((each) => each.length > 2);
  const scored = start.apps.map((app, index) => {
    const told = normalised([app.name, app.publisher, ...app.finds].map(words).join(' ')).split(' ');
    const met = wanted.filter((each) => told.some((word) => word.startsWith(each))).length;
    return { id: app.id, met, sponsored: app.sponsored, index };
  });
  return scored
    .filter(({ met }) => met > 0)
    .sort(
      (one, other) =>
        Number(other.sponsored) - Number(one.sponsored) || other.met - one.met || one.index - other.index,
    )
    .map(({ id }) => id);
}
