import { simulatorKind, type Simulator } from '../simulator.ts';
import { documentAction, type DocumentAction } from './action.ts';
import { changeDocument } from './change.ts';
import { documentFacts } from './facts.ts';
import { documentFaults, documentStart, documentTexts, type DocumentStart } from './start.ts';
import { beginDocument, type DocumentState } from './state.ts';

/** A word processor: styles, lists, a checker, suggestions, versions, letters with fields. */
export const documentSimulator: Simulator<DocumentStart, DocumentState, DocumentAction> = {
  name: 'document',
  start: documentStart,
  action: documentAction,
  begin: beginDocument,
  apply: changeDocument,
  facts: documentFacts,
  texts: documentTexts,
  faults: documentFaults,
};

export const documentKind = simulatorKind(documentSimulator);
