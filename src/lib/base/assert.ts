/** Throws when `condition` does not hold: a broken invariant is a bug, never an expected refusal. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`);
}
