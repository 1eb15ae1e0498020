import { simulatorKind, type Simulator } from '../simulator.ts';
import { studioAction, type StudioAction } from './action.ts';
import { changeStudio } from './change.ts';
import { studioFacts } from './facts.ts';
import { studioFaults, studioStart, studioTexts, type StudioStart } from './start.ts';
import { beginStudio, type StudioState } from './state.ts';

/** A studio for a picture, a sound or a poster: dials, masks, captions, layers. */
export const studioSimulator: Simulator<StudioStart, StudioState, StudioAction> = {
  name: 'studio',
  start: studioStart,
  action: studioAction,
  begin: beginStudio,
  apply: changeStudio,
  facts: studioFacts,
  texts: studioTexts,
  faults: studioFaults,
};

export const studioKind = simulatorKind(studioSimulator);
