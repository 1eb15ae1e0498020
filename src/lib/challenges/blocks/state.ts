import type { Block } from './block.ts';
import type { BlocksStart } from './start.ts';

/** The whole of the simulator, as plain data. */
export type BlocksState = {
  readonly program: readonly Block[];
  /** Whether the program was run as it stands. */
  readonly isRun: boolean;
  readonly runs: number;
};

/** The program as the learner finds it. */
export function beginBlocks(start: BlocksStart): BlocksState {
  return { program: start.program, isRun: false, runs: 0 };
}
