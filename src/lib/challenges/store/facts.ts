import type { Fact, Facts } from '../goal.ts';
import type { StoreStart } from './start.ts';
import { freeRoom, type StoreState } from './state.ts';

/** What conditions may ask about the shop. */
export function storeFacts(state: StoreState, start: StoreStart): Facts {
  const facts: Record<string, Fact> = {
    installed: state.added.filter((id) => state.installed.includes(id)),
    removed: state.removed.filter((id) => !state.installed.includes(id)),
    free: freeRoom(state, start),
    spent: state.spent,
    searched: state.hasSearched,
    'settings.askFirst': state.askFirst,
    'settings.autoUpdate': state.autoUpdate,
    'settings.age': state.age,
  };
  for (const { id } of start.apps) {
    facts[`${id}.installed`] = state.installed.includes(id);
    facts[`${id}.updated`] = state.updated.includes(id);
    facts[`${id}.subscribed`] = state.subscribed.includes(id);
    facts[`${id}.cancelled`] = state.cancelled.includes(id);
    facts[`${id}.reported`] = state.reported.includes(id);
    facts[`${id}.refunded`] = state.refunded.includes(id);
    facts[`${id}.looked`] = state.looked.includes(id);
  }
  return facts;
}
