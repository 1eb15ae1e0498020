/** How what is kept differs from what was told as kept, counted. */
export interface Comparison {
  /** Told, and not there. */
  readonly lost: number;
  /** There once more than it happened. */
  readonly doubled: number;
  /** There, in another order. */
  readonly moved: number;
  /** There, and never sent nor told. */
  readonly foreign: number;
}

/**
 * Compares what is kept, in its order, with what was told as kept; `possible` is all that may be there, each thing once, in
 * the order it happened.
 */
export function compare(
  told: readonly string[],
  kept: readonly string[],
  possible: readonly string[],
): Comparison {
  const isKept = new Set(kept);
  const places = new Map(possible.map((each, place) => [each, place]));
  const known = [...isKept].flatMap((each) => places.get(each) ?? []);
  return {
    lost: new Set(told).difference(isKept).size,
    doubled: kept.length - isKept.size,
    moved: known.filter((place, index) => index > 0 && place < (known[index - 1] ?? 0)).length,
    foreign: isKept.size - known.length,
  };
}

/** What is wrong, in words; none when all is as it was told. */
export function wordsOf(found: Comparison, where: string): readonly string[] {
  return Object.entries(found)
    .filter(([, count]) => count > 0)
    .map(([how, count]) => `${where}: ${count} ${how}`);
}
