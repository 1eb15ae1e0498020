import type { Statement, Statements } from './statement.ts';

/** One test of one target, beside the one before it. */
export interface Sitting {
  readonly statement: Statement;
  readonly before: Statement | undefined;
  /** Where the two ranges do not meet, the change is more than the doubt. */
  readonly change: 'first' | 'same' | 'higher' | 'lower' | 'surelyHigher' | 'surelyLower';
}

/** The targets that were measured, those measured most often first; of the same number, in the order of their ids. */
export function targetsOf({ all }: Statements): readonly string[] {
  const counts = new Map<string, number>();
  for (const { target } of all) counts.set(target, (counts.get(target) ?? 0) + 1);
  return [...counts.keys()].toSorted(
    (left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0) || (left < right ? -1 : 1),
  );
}

/** Every test of a target, in their order. */
export function sittingsOf({ all }: Statements, target: string): readonly Sitting[] {
  const own = all.filter((each) => each.target === target);
  return own.map((statement, index) => {
    const before = own[index - 1];
    return { statement, before, change: changeFrom(before, statement) };
  });
}

function changeFrom(before: Statement | undefined, after: Statement): Sitting['change'] {
  if (before === undefined) return 'first';
  if (after.level === before.level) return 'same';
  if (after.level > before.level) return after.low > before.high ? 'surelyHigher' : 'higher';
  return after.high < before.low ? 'surelyLower' : 'lower';
}
