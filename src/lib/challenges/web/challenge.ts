import { simulatorKind, type Simulator } from '../simulator.ts';
import { webActionSchema, type WebAction } from './action.ts';
import { changed } from './change.ts';
import { webFacts } from './facts.ts';
import { webFaults, webStartSchema, webTexts, type WebStart } from './start.ts';
import { startingState, type WebState } from './state.ts';

/** A browser over a handful of invented pages. */
export const webSimulator: Simulator<WebStart, WebState, WebAction> = {
  name: 'web',
  start: webStartSchema,
  action: webActionSchema,
  begin: startingState,
  apply: changed,
  facts: webFacts,
  texts: webTexts,
  faults: webFaults,
};

export const webKind = simulatorKind(webSimulator);
