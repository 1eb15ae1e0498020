import { normalised } from '#lib/base/normalise.ts';
import type { Words } from '../kind.ts';
import type { StoreAction } from './action.ts';
import { refusalOf } from './refusal.ts';
import type { StoreStart } from './start.ts';
import { appsFound, type StoreState } from './state.ts';

/** The shop after an action; one that is impossible leaves it as it is. */
export function changeStore(
  state: StoreState,
  action: StoreAction,
  start: StoreStart,
  words: Words,
): StoreState {
  if (refusalOf(state, action, start) !== undefined) return state;
  switch (action.do) {
    case 'enter':
      return state.screen === action.screen && state.app === ''
        ? state
        : { ...state, screen: action.screen, app: '' };
    case 'search':
      return normalised(action.text) === ''
        ? state
        : {
            ...state,
            screen: 'search',
            app: '',
            query: action.text.trim(),
            found: appsFound(action.text, start, words),
            hasSearched: true,
          };
    case 'back':
      if (state.app !== '') return { ...state, app: '' };
      return state.query === '' ? state : { ...state, query: '', found: [] };
    case 'askFirst':
    case 'autoUpdate':
      return state[action.do] === action.on ? state : { ...state, [action.do]: action.on };
    case 'limitAge':
      return state.age === action.age ? state : { ...state, age: action.age };
    default:
      return withApp(state, action, start);
  }
}

function withApp(
  state: StoreState,
  action: Extract<StoreAction, { readonly app: string }>,
  start: StoreStart,
): StoreState {
  const app = start.apps.find(({ id }) => id === action.app);
  if (app === undefined) return state;
  const { id } = app;
  const isInstalled = state.installed.includes(id);
  switch (action.do) {
    case 'open':
      return state.app === id ? state : { ...state, app: id, looked: including(state.looked, id) };
    case 'install':
      return isInstalled
        ? state
        : {
            ...state,
            installed: [...state.installed, id],
            added: including(state.added, id),
            spent: cents(state.spent + app.price),
          };
    case 'uninstall':
      // A subscription goes on when its app is gone: it must be cancelled by itself.
      return isInstalled
        ? { ...state, installed: without(state.installed, id), removed: including(state.removed, id) }
        : state;
    case 'update':
      return isInstalled && state.waiting.includes(id)
        ? { ...state, waiting: without(state.waiting, id), updated: including(state.updated, id) }
        : state;
    case 'subscribe':
      return app.subscription === undefined || !isInstalled || state.subscribed.includes(id)
        ? state
        : {
            ...state,
            subscribed: [...state.subscribed, id],
            spent: cents(state.spent + (app.subscription.trial > 0 ? 0 : app.subscription.price)),
          };
    case 'cancel':
      return state.subscribed.includes(id)
        ? { ...state, subscribed: without(state.subscribed, id), cancelled: including(state.cancelled, id) }
        : state;
    case 'report':
      return state.reported.includes(id) ? state : { ...state, reported: [...state.reported, id] };
    case 'refund': {
      const hasPaid = state.added.includes(id) && app.price > 0;
      return !hasPaid || state.refunded.includes(id)
        ? state
        : { ...state, refunded: [...state.refunded, id], spent: cents(state.spent - app.price) };
    }
  }
}

function including(list: readonly string[], member: string): readonly string[] {
  return list.includes(member) ? list : [...list, member];
}

function without(list: readonly string[], member: string): readonly string[] {
  return list.filter((each) => each !== member);
}

function cents(euros: number): number {
  return Math.round(euros * 100) / 100;
}
