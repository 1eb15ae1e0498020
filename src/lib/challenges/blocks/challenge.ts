import { simulatorKind, type Simulator } from '../simulator.ts';
import { blocksAction, type BlocksAction } from './action.ts';
import { changeBlocks } from './change.ts';
import { blocksFacts } from './facts.ts';
import { blocksFaults, blocksStart, blocksTexts, type BlocksStart } from './start.ts';
import { beginBlocks, type BlocksState } from './state.ts';

/** Programs made of blocks, which lead a postman through streets or choose the sign of a day. */
export const blocksSimulator: Simulator<BlocksStart, BlocksState, BlocksAction> = {
  name: 'blocks',
  start: blocksStart,
  action: blocksAction,
  begin: beginBlocks,
  apply: changeBlocks,
  facts: blocksFacts,
  texts: blocksTexts,
  faults: blocksFaults,
};

export const blocksKind = simulatorKind(blocksSimulator);
