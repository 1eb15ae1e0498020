import { simulatorKind, type Simulator } from '../simulator.ts';
import { mapAction, type MapAction } from './action.ts';
import { changeMap } from './change.ts';
import { mapFacts } from './facts.ts';
import { mapFaults, mapStart, mapTexts, type MapStart } from './start.ts';
import { beginMap, type MapState } from './state.ts';

/** A map of a town: places, ways on foot, by bicycle, car and bus, what is kept, and who may see where one is. */
export const mapSimulator: Simulator<MapStart, MapState, MapAction> = {
  name: 'map',
  start: mapStart,
  action: mapAction,
  begin: beginMap,
  apply: changeMap,
  facts: mapFacts,
  texts: mapTexts,
  faults: mapFaults,
};

export const mapKind = simulatorKind(mapSimulator);
