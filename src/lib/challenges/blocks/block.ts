export const blockTypes = [
  'forward',
  'left',
  'right',
  'deliver',
  'show',
  'set',
  'change',
  'repeat',
  'until',
  'if',
  'else',
] as const;
export type BlockType = (typeof blockTypes)[number];

/** A line of a program; a type alias, not an interface: only these are known to be plain JSON. */
export type Block = {
  readonly type: BlockType;
  /** The sign or the variable; empty for other blocks. */
  readonly of: string;
  /** How many times, or the number that a variable gets. */
  readonly value: number;
  /** The id of a test, for `until` and `if`. */
  readonly test: string;
  /** How deep it stands inside the blocks above it. */
  readonly indent: number;
};

const deepest = 4;

/** Whether other blocks stand inside this one. */
function isContainer({ type }: Block): boolean {
  return type === 'repeat' || type === 'until' || type === 'if' || type === 'else';
}

/** Whether a block has a test to choose. */
export function hasTest({ type }: Block): boolean {
  return type === 'until' || type === 'if';
}

/** The numbers that a block may have, smallest and greatest; undefined when it has none. */
export function numberRange({ type }: Block): readonly [number, number] | undefined {
  if (type === 'repeat') return [1, 12];
  return type === 'set' || type === 'change' ? [-3, 12] : undefined;
}

/** How deep the line after a block may stand. */
export function depthAfter(block: Block | undefined): number {
  if (block === undefined) return 0;
  return Math.min(deepest, isContainer(block) ? block.indent + 1 : block.indent);
}

/** The same lines, none deeper than the line above it allows. */
export function settled(program: readonly Block[]): readonly Block[] {
  const lines: Block[] = [];
  for (const block of program) {
    lines.push({ ...block, indent: Math.min(block.indent, depthAfter(lines.at(-1))) });
  }
  return lines;
}

/** The line after the last one that stands inside the line `at`. */
export function endOfBody(program: readonly Block[], at: number): number {
  const indent = program[at]?.indent ?? 0;
  let end = at + 1;
  while (end < program.length && (program[end]?.indent ?? 0) > indent) end += 1;
  return end;
}
