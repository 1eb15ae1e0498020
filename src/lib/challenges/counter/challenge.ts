import { simulatorKind, type Simulator } from '../simulator.ts';
import { counterAction, type CounterAction } from './action.ts';
import { changeCounter } from './change.ts';
import { counterFacts } from './facts.ts';
import { counterFaults, counterStart, counterTexts, type CounterStart } from './start.ts';
import { beginCounter, type CounterState } from './state.ts';

/** A public e-counter: forms in several pages, an identity app with matching codes beside it, an official mailbox. */
export const counterSimulator: Simulator<CounterStart, CounterState, CounterAction> = {
  name: 'counter',
  start: counterStart,
  action: counterAction,
  begin: beginCounter,
  apply: changeCounter,
  facts: counterFacts,
  texts: counterTexts,
  faults: counterFaults,
};

export const counterKind = simulatorKind(counterSimulator);
