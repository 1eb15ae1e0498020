import type { Answer } from '#lib/adaptive/item.ts';

/** From this help on somebody was shown how, or did it together: what follows says nothing of what one can do alone. */
export const guidedHelp = 2;

/** What an answer counts for the engine: its share of the full credit, and none once it was guided. */
export function answerOf(given: {
  readonly item: string;
  readonly score: number;
  readonly steps: number;
  readonly help: number;
  /** When it was given (UTC milliseconds): what is old counts less, where the policy says so. */
  readonly at?: number;
}): Answer {
  const score = given.help >= guidedHelp ? 0 : given.score / given.steps;
  const { item, at } = given;
  return { item, score, ...(at !== undefined && { day: Math.floor(at / 86_400_000) }) };
}
