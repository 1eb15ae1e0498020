import type { StoreAction } from './action.ts';
import type { StoreStart } from './start.ts';
import { freeRoom, type StoreState } from './state.ts';

export type StoreRefusal = 'noRoom' | 'tooYoung';

/** Why an app cannot be installed; undefined when it can, or when the action is another. */
export function refusalOf(
  state: StoreState,
  action: StoreAction,
  start: StoreStart,
): StoreRefusal | undefined {
  if (action.do !== 'install') return undefined;
  const app = start.apps.find(({ id }) => id === action.app);
  if (app === undefined || state.installed.includes(app.id)) return undefined;
  if (app.age > state.age) return 'tooYoung';
  return app.size > freeRoom(state, start) ? 'noRoom' : undefined;
}
