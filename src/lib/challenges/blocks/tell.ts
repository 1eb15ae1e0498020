import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { BlocksAction } from './action.ts';
import { blockWords } from './block-words.ts';
import { blocksSimulator } from './challenge.ts';
import { blockOf, type BlocksStart } from './start.ts';
import type { BlocksState } from './state.ts';

export const teller = simulatorTeller(blocksSimulator, tellBlocks);

/** How an action with a program is done on the screen. */
function tellBlocks(
  action: BlocksAction,
  scene: SimulatorScene<BlocksStart, BlocksState>,
): readonly Clause[] {
  const { say, start, state, plain } = scene;
  const words = scene.words.blocks;
  const last = state.program.length - 1;
  /** Chooses a line; the last one is chosen where nobody chose another. */
  const chosen = (at: number): readonly Clause[] => {
    const block = state.program[at];
    if (block === undefined || at === last) return [];
    return [say.press(words.line(at + 1, blockWords(block, start, plain, words)))];
  };
  switch (action.do) {
    case 'run':
      return [say.press(words.run)];
    case 'add': {
      const made = blockOf(start, action.block);
      if (made === undefined) return [];
      return [...chosen(action.after ?? last), say.press(blockWords(made, start, plain, words))];
    }
    case 'number':
      return [...chosen(action.at), say.choose(String(action.value), say.inside(words.howMany))];
    case 'test': {
      const test = start.tests.find(({ id }) => id === action.test);
      return [...chosen(action.at), say.choose(plain(test?.text ?? ''), say.inside(words.which))];
    }
    case 'up':
    case 'down':
    case 'indent':
    case 'outdent':
    case 'remove':
      return [...chosen(action.at), say.press(words[action.do])];
  }
}
