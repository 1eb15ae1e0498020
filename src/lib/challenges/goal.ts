import * as v from 'valibot';
import { meansTheSame } from '#lib/base/normalise.ts';
import type { Grade } from './challenge.ts';
import type { Words } from './kind.ts';

/** What can be said of a simulator's state: flat names, plain values. */
export type Facts = Readonly<Record<string, Fact>>;
export type Fact = string | number | boolean | readonly string[];

const word = v.pipe(v.string(), v.minLength(1));
const words = v.pipe(v.array(word), v.minLength(1));

/** One condition on one fact; exactly one test. */
export const conditionSchema = v.union([
  v.strictObject({ fact: word, is: v.union([v.string(), v.number(), v.boolean()]) }),
  v.strictObject({ fact: word, not: v.union([v.string(), v.number(), v.boolean()]) }),
  v.strictObject({ fact: word, in: words }),
  v.strictObject({ fact: word, has: v.union([word, words]) }),
  v.strictObject({ fact: word, lacks: v.union([word, words]) }),
  v.strictObject({ fact: word, same: v.array(word) }),
  v.strictObject({ fact: word, means: v.union([word, words]) }),
  v.strictObject({ fact: word, atLeast: v.number() }),
  v.strictObject({ fact: word, atMost: v.number() }),
]);
export type Condition = v.InferOutput<typeof conditionSchema>;

const conditions = v.pipe(v.array(conditionSchema), v.minLength(1));
/** Several ways: one of these lists that holds whole is enough. */
const ways = v.pipe(v.array(conditions), v.minLength(2));

/** One step of a goal: met when all its conditions hold, or those of one of its ways; `mistake` names the feedback when it is not. */
export const stepSchema = v.union([
  v.strictObject({ all: conditions, mistake: v.optional(word) }),
  v.strictObject({ any: ways, mistake: v.optional(word) }),
]);
export type Step = v.InferOutput<typeof stepSchema>;

/** A harm: done when all its conditions hold, or those of one of its ways; it makes the whole task incorrect. */
export const harmSchema = v.union([
  v.strictObject({ all: conditions, mistake: word }),
  v.strictObject({ any: ways, mistake: word }),
]);
export type Harm = v.InferOutput<typeof harmSchema>;

/** Every condition of a step or harm, whichever way it belongs to. */
export function conditionsOf(part: Step | Harm): readonly Condition[] {
  return 'all' in part ? part.all : part.any.flat();
}

/** Whether a step is met, or a harm done. */
export function isDone(part: Step | Harm, facts: Facts, wordsOf: Words): boolean {
  const possible = 'all' in part ? [part.all] : part.any;
  return possible.some((way) => way.every((condition) => holds(condition, facts, wordsOf)));
}

/** Whether a condition holds; a fact that does not exist satisfies only `not` and `lacks`. */
export function holds(condition: Condition, facts: Facts, wordsOf: Words): boolean {
  const fact = facts[condition.fact];
  if ('is' in condition) return fact === condition.is;
  if ('not' in condition) return fact !== condition.not;
  if ('in' in condition) return typeof fact === 'string' && condition.in.includes(fact);
  if ('lacks' in condition)
    return listOf(condition.lacks).every((member) => !membersOf(fact).includes(member));
  if ('has' in condition) return listOf(condition.has).every((member) => membersOf(fact).includes(member));
  if ('same' in condition) {
    const members = membersOf(fact);
    return Array.isArray(fact) && sameMembers(members, condition.same);
  }
  if ('means' in condition) {
    return (
      typeof fact === 'string' &&
      listOf(condition.means).some((expected) => meansTheSame(fact, wordsOf(expected)))
    );
  }
  if (typeof fact !== 'number') return false;
  return 'atLeast' in condition ? fact >= condition.atLeast : fact <= condition.atMost;
}

/**
 * Judges the facts of one or several worlds against a goal: a point a step met in every world; a harm done in any of
 * them makes all of it incorrect.
 */
export function gradeGoal(
  steps: readonly Step[],
  harms: readonly Harm[],
  worlds: readonly Facts[],
  wordsOf: Words,
): Grade {
  const harm = harms
    .filter((each) => worlds.some((facts) => isDone(each, facts, wordsOf)))
    .map((each) => each.mistake);
  const missed = steps.filter((step) => !worlds.every((facts) => isDone(step, facts, wordsOf)));
  const mistakes = [...harm, ...missed.flatMap((step) => (step.mistake === undefined ? [] : [step.mistake]))];
  const score = harm.length > 0 ? 0 : steps.length - missed.length;
  const outcome = score === steps.length ? 'correct' : score > 0 ? 'partial' : 'incorrect';
  return { outcome, score, steps: steps.length, mistakes };
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function membersOf(fact: Fact | undefined): readonly string[] {
  return isList(fact) ? fact : [];
}

function isList(fact: Fact | undefined): fact is readonly string[] {
  return Array.isArray(fact);
}

function sameMembers(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && right.every((member) => left.includes(member));
}
