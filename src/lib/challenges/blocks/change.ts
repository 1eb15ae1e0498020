import type { BlocksAction } from './action.ts';
import { depthAfter, hasTest, numberRange, settled, type Block } from './block.ts';
import { blockOf, type BlocksStart } from './start.ts';
import type { BlocksState } from './state.ts';

/** The longest program. */
export const mostBlocks = 24;

/** The program after an action; one that is impossible leaves it as it is. */
export function changeBlocks(state: BlocksState, action: BlocksAction, start: BlocksStart): BlocksState {
  const { program } = state;
  if (action.do === 'run') {
    return program.length === 0 || state.isRun ? state : { ...state, isRun: true, runs: state.runs + 1 };
  }
  if (action.do === 'add') {
    const made = start.palette.includes(action.block) ? blockOf(start, action.block) : undefined;
    if (made === undefined || program.length >= mostBlocks) return state;
    const after = Math.min(action.after ?? program.length - 1, program.length - 1);
    const depth = depthAfter(program[after]);
    // What comes otherwise stands beside its « if », not inside.
    const indent = made.type === 'else' ? Math.max(0, depth - 1) : depth;
    return written(state, [...program.slice(0, after + 1), { ...made, indent }, ...program.slice(after + 1)]);
  }
  const block = program[action.at];
  if (block === undefined) return state;
  const replaced = (by: Partial<Block>): BlocksState =>
    written(
      state,
      program.map((each, line) => (line === action.at ? { ...each, ...by } : each)),
    );
  switch (action.do) {
    case 'remove':
      return written(
        state,
        program.filter((_, line) => line !== action.at),
      );
    case 'up':
      return swapped(state, action.at - 1);
    case 'down':
      return swapped(state, action.at);
    case 'indent':
      return block.indent < depthAfter(program[action.at - 1])
        ? replaced({ indent: block.indent + 1 })
        : state;
    case 'outdent':
      return block.indent > 0 ? replaced({ indent: block.indent - 1 }) : state;
    case 'number': {
      const [least, most] = numberRange(block) ?? [1, 0];
      return action.value < least || action.value > most || action.value === block.value
        ? state
        : replaced({ value: action.value });
    }
    case 'test':
      return hasTest(block) && action.test !== block.test && start.tests.some(({ id }) => id === action.test)
        ? replaced({ test: action.test })
        : state;
  }
}

/** Puts a line and the next one in each other's place. */
function swapped(state: BlocksState, at: number): BlocksState {
  const [one, other] = [state.program[at], state.program[at + 1]];
  if (one === undefined || other === undefined) return state;
  return written(state, [...state.program.slice(0, at), other, one, ...state.program.slice(at + 2)]);
}

/** A program that changed has not been run yet. */
function written(state: BlocksState, program: readonly Block[]): BlocksState {
  return { ...state, program: settled(program), isRun: false };
}
