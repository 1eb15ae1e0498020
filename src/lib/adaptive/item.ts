/** What the engine knows of a question: numbers only. Abilities and difficulties share one scale, mean 0, SD 1. */
export interface Item {
  readonly id: string;
  /** Index in the bank's competences. */
  readonly competence: number;
  /** Discrimination: slope of the curve in logits per unit of ability. */
  readonly a: number;
  /** Difficulty: the ability at which the curve is half-way up. */
  readonly b: number;
  /** Guessing: the probability that someone who knows nothing is right. */
  readonly c: number;
  /** Graded tasks only: each step's difficulty less `b`; n steps make n + 1 levels of credit. */
  readonly steps?: readonly number[];
  /** Doubt of an item not yet calibrated: SD of log a, and SD of b. */
  readonly sd?: { readonly a: number; readonly b: number };
  readonly skill?: string;
  /** The level the author aimed at; the engine reads `b`. */
  readonly level?: number;
  readonly timed?: boolean;
  /** Items of which one gives another away, or repeats it; naming one side is enough. */
  readonly enemies?: readonly string[];
}

/** What a learner did with an item: `score` is the share of full credit, from 0 to 1. */
export interface Answer {
  readonly item: string;
  readonly score: number;
  /** The day on which it was given, a whole number from any start; absent when the whole assessment is of one day. */
  readonly day?: number;
}

/** The share of its worth that an item whose parameters are doubtful may really lack; it never is all of it. */
const GREATEST_WORTH_DOUBT = 0.9;

/**
 * How far what an item tells is in doubt, as a share of it, 0 for one that is known: it goes with the square of the
 * slope, and falls with the square of how far the difficulty is off.
 */
export function worthDoubt({ sd }: Item): number {
  if (sd === undefined) return 0;
  return Math.min(GREATEST_WORTH_DOUBT, 2 * sd.a * sd.a + 1.4 * sd.b * sd.b);
}

/** How many levels of credit above none: 1 for right or wrong, n for a task of n steps. */
export function stepCount(item: Item): number {
  return item.steps?.length ?? 1;
}

/** The credit reached, from 0 to `stepCount`: a share that falls between two steps counts as the lower one. */
export function creditOf(item: Item, score: number): number {
  const steps = stepCount(item);
  return Math.max(0, Math.min(steps, Math.floor(score * steps + 1e-6)));
}
