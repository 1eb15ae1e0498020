import { simulatorKind, type Simulator } from '../simulator.ts';
import { printAction, type PrintAction } from './action.ts';
import { changePrint } from './change.ts';
import { printFacts } from './facts.ts';
import { printFaults, printStart, printTexts, type PrintStart } from './start.ts';
import { beginPrint, type PrintState } from './state.ts';

/** Printing, with its settings and its queue, and saving in a format for somebody. */
export const printSimulator: Simulator<PrintStart, PrintState, PrintAction> = {
  name: 'print',
  start: printStart,
  action: printAction,
  begin: beginPrint,
  apply: changePrint,
  facts: printFacts,
  texts: printTexts,
  faults: printFaults,
};

export const printKind = simulatorKind(printSimulator);
