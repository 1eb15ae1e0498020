import { simulatorKind, type Simulator } from '../simulator.ts';
import { phoneActionSchema, type PhoneAction } from './action.ts';
import { changed } from './change.ts';
import { phoneFacts } from './facts.ts';
import { phoneFaults, phoneStartSchema, phoneTexts, type PhoneStart } from './start.ts';
import { startingState, type PhoneState } from './state.ts';

/** The settings of a telephone. */
export const phoneSimulator: Simulator<PhoneStart, PhoneState, PhoneAction> = {
  name: 'phone',
  start: phoneStartSchema,
  action: phoneActionSchema,
  begin: startingState,
  apply: changed,
  facts: phoneFacts,
  texts: phoneTexts,
  faults: phoneFaults,
};

export const phoneKind = simulatorKind(phoneSimulator);
