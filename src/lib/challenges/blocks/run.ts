import { endOfBody, type Block } from './block.ts';
import type { BlocksStart } from './start.ts';

/** A program that needs more steps than this is told to have no end. */
export const mostSteps = 400;

export type Facing = 0 | 1 | 2 | 3;

/** How the world stands at one step. */
export interface Moment {
  /** The line that was done; -1 before the first. */
  readonly line: number;
  readonly day: number;
  readonly row: number;
  readonly column: number;
  /** North, east, south, west. */
  readonly facing: Facing;
  /** Letterboxes served, as `row,column`. */
  readonly served: readonly string[];
  /** The sign of each day; empty when none is shown yet. */
  readonly shown: readonly string[];
  readonly variables: Readonly<Record<string, number>>;
}

export type Ending = 'done' | 'endless' | 'blocked' | 'noBox';

export interface Run {
  readonly moments: readonly Moment[];
  readonly ending: Ending;
}

const ways = [
  [-1, 0],
  [0, 1],
  [1, 0],
  [0, -1],
] as const;

/** Runs a program in the world of a start, once a day where there are days. It stops at an obstacle, or at `mostSteps`. */
export function runProgram(program: readonly Block[], start: BlocksStart): Run {
  const moments: Moment[] = [atFirst(start)];
  let now = moments[0] as Moment;
  let ending: Ending = 'done';
  const goesOn = (): boolean => ending === 'done';
  const record = (line: number, change: Partial<Moment> = {}): void => {
    now = { ...now, ...change, line };
    if (moments.length > mostSteps) ending = 'endless';
    else moments.push(now);
  };
  const holds = (test: string): boolean => {
    const when = start.tests.find(({ id }) => id === test)?.when ?? '';
    return when.startsWith('!') ? !isSo(now, start, when.slice(1)) : isSo(now, start, when);
  };
  const body = (line: number): void => run(line + 1, endOfBody(program, line));
  function run(from: number, to: number): void {
    let line = from;
    let wasTrue: boolean | undefined;
    while (line < to && goesOn()) {
      const block = program[line] as Block;
      const before = wasTrue;
      wasTrue = undefined;
      if (block.type === 'if') {
        wasTrue = holds(block.test);
        record(line);
        if (wasTrue) body(line);
      } else if (block.type === 'else') {
        if (before === false) {
          record(line);
          body(line);
        }
      } else if (block.type === 'repeat') {
        for (let times = 0; times < block.value && goesOn(); times += 1) {
          record(line);
          body(line);
        }
      } else if (block.type === 'until') {
        while (goesOn() && !holds(block.test)) {
          record(line);
          body(line);
        }
      } else {
        const done = simple(block, now, start);
        record(line, typeof done === 'string' ? {} : done);
        if (typeof done === 'string') ending = done;
      }
      line = endOfBody(program, line);
    }
  }
  const days = Math.max(1, start.days.length);
  for (let day = 0; day < days && goesOn(); day += 1) {
    now = { ...now, day };
    run(0, program.length);
  }
  return { moments, ending };
}

function atFirst(start: BlocksStart): Moment {
  const row = Math.max(
    0,
    start.map.findIndex((each) => /[<>^v]/.test(each)),
  );
  const column = Math.max(0, (start.map[row] ?? '').search(/[<>^v]/));
  const facing = Math.max(0, '^>v<'.indexOf(start.map[row]?.[column] ?? '^')) as Facing;
  const variables = Object.fromEntries(start.variables.map(({ id }) => [id, 0]));
  return { line: -1, day: 0, row, column, facing, served: [], shown: start.days.map(() => ''), variables };
}

/** What a block without blocks inside changes, or why it cannot be done. */
function simple(block: Block, now: Moment, start: BlocksStart): Partial<Moment> | 'blocked' | 'noBox' {
  switch (block.type) {
    case 'forward': {
      const [row, column] = ahead(now);
      return isStreet(start, row, column) ? { row, column } : 'blocked';
    }
    case 'left':
      return { facing: ((now.facing + 3) % 4) as Facing };
    case 'right':
      return { facing: ((now.facing + 1) % 4) as Facing };
    case 'deliver':
      return isSo(now, start, 'box') ? { served: [...now.served, `${now.row},${now.column}`] } : 'noBox';
    case 'show':
      return { shown: now.shown.map((sign, day) => (day === now.day ? block.of : sign)) };
    case 'set':
      return { variables: { ...now.variables, [block.of]: block.value } };
    default:
      return { variables: { ...now.variables, [block.of]: (now.variables[block.of] ?? 0) + block.value } };
  }
}

/** Whether a test without `!` holds now; a letterbox that was served counts no more. */
function isSo(now: Moment, start: BlocksStart, when: string): boolean {
  const here = start.map[now.row]?.[now.column];
  if (when === 'clear') return isStreet(start, ...ahead(now));
  if (when === 'box') return here === 'B' && !now.served.includes(`${now.row},${now.column}`);
  if (when === 'end') return here === 'E';
  const [name = '', least] = when.split('>=');
  if (least !== undefined) return (now.variables[name] ?? 0) >= Number(least);
  return start.days[now.day]?.holds.includes(when) ?? false;
}

function ahead({ row, column, facing }: Moment): readonly [number, number] {
  return [row + ways[facing][0], column + ways[facing][1]];
}

function isStreet(start: BlocksStart, row: number, column: number): boolean {
  const there = start.map[row]?.[column];
  return there !== undefined && there !== '#';
}
