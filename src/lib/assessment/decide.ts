import { assert } from '#lib/base/assert.ts';
import type { Json } from '#lib/base/canonical-json.ts';
import { seededRandom } from '#lib/base/random.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { itemOf, type Bank } from '#lib/adaptive/bank.ts';
import { stepCount, type Answer } from '#lib/adaptive/item.ts';
import { nextItem } from '#lib/adaptive/next-item.ts';
import { engineVersion } from '#lib/adaptive/version.ts';
import type { Grade } from '#lib/challenges/challenge.ts';
import { graderVersion } from '#lib/challenges/version.ts';
import type { CampaignRef, EventFact } from '#lib/journal/event.ts';
import type { Attempt } from './attempt.ts';
import { answerOf } from './credit.ts';
import { measuredLevels } from './levels.ts';
import { isPolicy, policyFor, type PolicyChoice } from './policy.ts';

/** What an attempt begins from. */
export interface AttemptStart extends PolicyChoice {
  /** A fresh random id; it never leaves the device. */
  readonly attempt: string;
  readonly seed: string;
  readonly bundle: string;
  readonly revision: number;
  readonly campaign: CampaignRef | null;
}

/** Whether an item fits this person and this device. */
export type IsAllowed = (item: string) => boolean;

/** The events that begin an attempt; refused when the bundle has no item that fits. */
export function startAttempt(
  start: AttemptStart,
  bank: Bank,
  isAllowed: IsAllowed,
): Result<readonly EventFact[], 'noItem'> {
  const policy = policyFor(start, bank);
  const first = chooseNext(start, [], bank, isAllowed);
  if (first === null) return refusal('noItem');
  const available = bank.items.filter(
    (item) =>
      policy.scope.includes(item.competence) &&
      (policy.skill === undefined || item.skill === policy.skill) &&
      isAllowed(item.id),
  ).length;
  const { attempt, competence, skill, form, bundle, revision, seed, campaign } = start;
  const fact: EventFact = {
    type: 'attempt.started',
    attempt,
    policy: start.policy,
    competence,
    ...(skill !== undefined && { skill }),
    ...(form !== undefined && { form }),
    bundle,
    revision,
    engine: engineVersion,
    grader: graderVersion,
    seed,
    // A small bundle may hold fewer items than the policy would ask.
    length: Math.min(policy.length.most, available),
    campaign,
    item: first,
  };
  return success([fact]);
}

/** What a learner did with the question shown. */
export interface GivenAnswer {
  /** Null for « Je ne sais pas ». */
  readonly response: Json;
  readonly isSkipped: boolean;
  /** Now, UTC milliseconds. */
  readonly at: number;
  /** In an exam: the question's time was over; what was done until then is kept, and earns nothing. */
  readonly isTimedOut?: boolean;
  readonly help: number;
  readonly seconds: number;
  /** In an exam: how many times the page was left. */
  readonly left?: number;
}

/** The events that follow an answer: the response with the next item, and the end of the attempt when it was the last. */
export function decide(
  attempt: Attempt,
  answer: GivenAnswer,
  grade: (item: string, response: Json) => Grade,
  bank: Bank,
  isAllowed: IsAllowed,
): readonly EventFact[] {
  const item = attempt.current;
  assert(attempt.status === 'running' && item !== null, 'only a running attempt takes an answer');
  const isTimedOut = answer.isTimedOut ?? false;
  const graded = answer.isSkipped || isTimedOut ? undefined : grade(item, answer.response);
  const judged = {
    outcome: graded?.outcome ?? (isTimedOut ? ('timedOut' as const) : ('skipped' as const)),
    score: graded?.score ?? 0,
    steps: graded?.steps ?? 1,
    mistakes: graded?.mistakes ?? [],
  };
  const answers = [...attempt.responses, { item, help: answer.help, at: answer.at, ...judged }].map(answerOf);
  const next = chooseNext(attempt, answers, bank, isAllowed);
  const given: EventFact = {
    type: 'response.given',
    attempt: attempt.id,
    item,
    response: answer.isSkipped ? null : answer.response,
    ...judged,
    help: answer.help,
    seconds: answer.seconds,
    ...(answer.left !== undefined && answer.left > 0 && { left: answer.left }),
    next,
  };
  if (next !== null) return [given];
  return [
    given,
    { type: 'attempt.completed', attempt: attempt.id, levels: measuredLevels(attempt, answers, bank) },
  ];
}

/** The items that may come after the question at hand, one for each credit that it can earn; null for an end. `at` is now (UTC milliseconds). Nothing is decided. */
export function* possibleNext(
  attempt: Attempt,
  at: number,
  bank: Bank,
  isAllowed: IsAllowed,
): Generator<string | null> {
  const item = attempt.current === null ? undefined : itemOf(bank, attempt.current);
  if (item === undefined) return;
  const given = attempt.responses.map(answerOf);
  for (let credit = 0; credit <= stepCount(item); credit += 1) {
    const answer = answerOf({ item: item.id, score: credit, steps: stepCount(item), help: 0, at });
    yield chooseNext(attempt, [...given, answer], bank, isAllowed);
  }
}

function chooseNext(
  {
    seed,
    policy: name,
    competence,
    skill,
    form,
  }: {
    readonly seed: string;
    readonly policy: string;
    readonly competence: string | null;
    readonly skill?: string | undefined;
    readonly form?: readonly string[] | undefined;
  },
  answers: readonly Answer[],
  bank: Bank,
  isAllowed: IsAllowed,
): string | null {
  assert(isPolicy(name), `a known policy, not ${name}`);
  const policy = policyFor({ policy: name, competence, skill, form }, bank);
  // Seeded by the number of answers, so that a resumed attempt asks what it would have asked.
  const random = seededRandom(`${seed}:${answers.length}`);
  const chosen = nextItem(bank, policy, answers, random, (item) => isAllowed(item.id));
  return 'stop' in chosen ? null : chosen.item.id;
}
