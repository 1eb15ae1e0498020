import { simulatorKind, type Simulator } from '../simulator.ts';
import { workshopAction, type WorkshopAction } from './action.ts';
import { changeWorkshop } from './change.ts';
import { workshopFacts } from './facts.ts';
import { workshopFaults, workshopStart, workshopTexts, type WorkshopStart } from './start.ts';
import { beginWorkshop, type WorkshopState } from './state.ts';

/** A desk with devices, cables and faults: what works follows from what is plugged, switched and set. */
export const workshopSimulator: Simulator<WorkshopStart, WorkshopState, WorkshopAction> = {
  name: 'workshop',
  start: workshopStart,
  action: workshopAction,
  begin: beginWorkshop,
  apply: changeWorkshop,
  facts: workshopFacts,
  texts: workshopTexts,
  faults: workshopFaults,
};

export const workshopKind = simulatorKind(workshopSimulator);
