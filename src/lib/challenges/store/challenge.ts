import { simulatorKind, type Simulator } from '../simulator.ts';
import { storeAction, type StoreAction } from './action.ts';
import { changeStore } from './change.ts';
import { storeFacts } from './facts.ts';
import { storeFaults, storeStart, storeTexts, type StoreStart } from './start.ts';
import { beginStore, type StoreState } from './state.ts';

/** An app store: searches where some pay to come first, pages that tell more or less, what is paid for, limits. */
export const storeSimulator: Simulator<StoreStart, StoreState, StoreAction> = {
  name: 'store',
  start: storeStart,
  action: storeAction,
  begin: beginStore,
  apply: changeStore,
  facts: storeFacts,
  texts: storeTexts,
  faults: storeFaults,
};

export const storeKind = simulatorKind(storeSimulator);
