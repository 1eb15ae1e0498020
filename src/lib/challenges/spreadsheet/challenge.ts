import { simulatorKind, type Simulator } from '../simulator.ts';
import { spreadsheetAction, type SpreadsheetAction } from './action.ts';
import { changeSpreadsheet } from './change.ts';
import { spreadsheetFacts } from './facts.ts';
import { spreadsheetFaults, spreadsheetStart, spreadsheetTexts, type SpreadsheetStart } from './start.ts';
import { beginSpreadsheet, type SpreadsheetState } from './state.ts';

/** A spreadsheet: formulas that follow, sorting, filters, filling, charts. */
export const spreadsheetSimulator: Simulator<SpreadsheetStart, SpreadsheetState, SpreadsheetAction> = {
  name: 'spreadsheet',
  start: spreadsheetStart,
  action: spreadsheetAction,
  begin: beginSpreadsheet,
  apply: changeSpreadsheet,
  facts: spreadsheetFacts,
  texts: spreadsheetTexts,
  faults: spreadsheetFaults,
};

export const spreadsheetKind = simulatorKind(spreadsheetSimulator);
