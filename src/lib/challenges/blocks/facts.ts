import type { Fact, Facts } from '../goal.ts';
import { runProgram } from './run.ts';
import type { BlocksStart } from './start.ts';
import type { BlocksState } from './state.ts';

/** What conditions may ask about the program, and about its run once it was run as it stands. */
export function blocksFacts(state: BlocksState, start: BlocksStart): Facts {
  const facts: Record<string, Fact> = {
    blocks: state.program.length,
    uses: [...new Set(state.program.map(({ type }) => type))],
    ran: state.isRun,
    runs: state.runs,
  };
  if (!state.isRun) return facts;
  const { moments, ending } = runProgram(state.program, start);
  const last = moments.at(-1);
  if (last === undefined) return facts;
  const boxes = start.map.join('').replace(/[^B]/g, '').length;
  const right = start.days.filter(({ expect }, day) => last.shown[day] === expect).length;
  facts.ending = ending;
  facts.steps = moments.length - 1;
  facts.delivered = last.served.length;
  facts['delivered.all'] = ending === 'done' && last.served.length === boxes;
  facts.arrived = ending === 'done' && start.map[last.row]?.[last.column] === 'E';
  facts['signs.right'] = right;
  facts['signs.all'] = ending === 'done' && right === start.days.length;
  for (const [id, value] of Object.entries(last.variables)) facts[`variable.${id}`] = value;
  return facts;
}
