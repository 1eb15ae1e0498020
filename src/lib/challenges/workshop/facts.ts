import type { Fact, Facts } from '../goal.ts';
import type { WorkshopStart } from './start.ts';
import type { WorkshopState } from './state.ts';
import { hasPower, holds, isWorking } from './works.ts';

/** What conditions may ask about the desk. */
export function workshopFacts(state: WorkshopState, start: WorkshopStart): Facts {
  const facts: Record<string, Fact> = {
    ...state.values,
    restarted: state.restarted,
    'restarted.order': state.restarted.join(' '),
    looked: state.looked,
    moves: state.moves,
  };
  for (const { id } of start.devices) {
    facts[`${id}.on`] = state.on.includes(id);
    facts[`${id}.power`] = hasPower(state, start, id);
    facts[`${id}.works`] = isWorking(state, start, id);
    facts[`${id}.restarts`] = state.restarted.filter((each) => each === id).length;
  }
  for (const { id } of start.cables) {
    const [one, other] = state.ends[id] ?? [null, null];
    facts[`${id}.in`] = [one, other].flatMap((place) => place ?? []);
  }
  for (const { id } of start.rules) facts[id] = holds(state, start, id);
  return facts;
}
