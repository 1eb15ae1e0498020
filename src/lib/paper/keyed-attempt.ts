import { assert } from '#lib/base/assert.ts';
import type { Json } from '#lib/base/canonical-json.ts';
import type { Moment } from '#lib/base/clock.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { itemOf, type Bank } from '#lib/adaptive/bank.ts';
import { PAPER_LENGTH } from '#lib/adaptive/policy.ts';
import { evolve, type Attempt } from '#lib/assessment/attempt.ts';
import { decide, startAttempt, type AttemptStart } from '#lib/assessment/decide.ts';
import type { Grade } from '#lib/challenges/challenge.ts';
import type { EventFact } from '#lib/journal/event.ts';
import type { PaperKind } from './form.ts';

/** By question, the options that were ticked. */
export type Ticks = Readonly<Record<string, readonly string[]>>;

/** Where the attempt comes from; the policy is paper's. */
export type KeyedStart = Omit<AttemptStart, 'policy' | 'competence' | 'skill' | 'form'>;

/** The response that ticks make; undefined where there is none, or two where one is asked for. */
export function responseOf(kind: PaperKind, ticked: readonly string[]): Json | undefined {
  const [first, ...more] = ticked;
  if (first === undefined) return undefined;
  if (kind === 'multiple-choice') return { choices: [...ticked] };
  return more.length > 0 ? undefined : { choice: first };
}

/**
 * The events of a whole attempt out of a sheet: begun, each answer in turn, and its end. `noItem` when the bank lacks a
 * question of the form, `nothingTicked` when the sheet is empty.
 */
export function keyedAttempt(
  start: KeyedStart,
  form: readonly { readonly id: string; readonly response: Json | undefined }[],
  grade: (item: string, response: Json) => Grade,
  bank: Bank,
  moment: Moment,
): Result<readonly EventFact[], 'noItem' | 'nothingTicked'> {
  if (form.length !== PAPER_LENGTH) return refusal('noItem');
  if (form.some(({ id }) => itemOf(bank, id) === undefined)) return refusal('noItem');
  if (form.every(({ response }) => response === undefined)) return refusal('nothingTicked');
  const everything = (): boolean => true;
  const begun = startAttempt(
    { ...start, policy: 'paper', competence: null, form: form.map(({ id }) => id) },
    bank,
    everything,
  );
  if (!begun.ok) return begun;
  const facts = [...begun.value];
  let attempt = after([], begun.value, moment);
  for (const { response } of form) {
    const answer = { response: response ?? null, isSkipped: response === undefined, at: moment.at };
    const given = decide(attempt, { ...answer, help: 0, seconds: 0 }, grade, bank, everything);
    facts.push(...given);
    attempt = after([attempt], given, moment);
  }
  assert(attempt.status === 'completed', 'a form ends with its last question');
  return success(facts);
}

function after(attempts: readonly Attempt[], facts: readonly EventFact[], moment: Moment): Attempt {
  const [attempt] = facts.reduce((all, fact) => evolve(all, { ...fact, ...moment }), attempts);
  assert(attempt !== undefined, 'an attempt was begun');
  return attempt;
}
