import type { Fact, Facts } from '../goal.ts';
import { timeOf } from './route.ts';
import { minutesFor } from './change.ts';
import type { MapStart } from './start.ts';
import { shownJourney, type MapState } from './state.ts';

/** What conditions may ask about the map. */
export function mapFacts(state: MapState, start: MapStart): Facts {
  const way = shownJourney(state, start);
  const facts: Record<string, Fact> = {
    place: state.place,
    looked: state.looked,
    saved: state.saved,
    searched: state.hasSearched,
    'route.from': state.from,
    'route.to': state.to,
    'route.mode': state.mode,
    'route.leaves': state.leaves,
    'route.compared': state.compared,
    'route.minutes': way?.minutes ?? 0,
    'route.arrives': way === undefined ? '' : timeOf(way.arrives),
    'route.line': way?.line ?? '',
  };
  for (const { id } of start.people) facts[`shared.${id}`] = minutesFor(state, id);
  return facts;
}
