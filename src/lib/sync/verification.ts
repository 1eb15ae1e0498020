import * as v from 'valibot';
import { engineVersion } from '#lib/adaptive/version.ts';
import type { PolicyName } from '#lib/adaptive/policy.ts';
import type { Answer } from '#lib/adaptive/item.ts';
import { kinds } from '#lib/challenges/registry.ts';
import { graderVersion } from '#lib/challenges/version.ts';
import { bankOf } from '#lib/content/bank.ts';
import type { ChallengeSet } from '#lib/content/challenge-set.ts';
import type { ItemEntry } from '#lib/content/manifest.ts';
import { answerOf } from '#lib/assessment/credit.ts';
import { measuredLevels } from '#lib/assessment/levels.ts';
import { isPolicy, policyFor } from '#lib/assessment/policy.ts';
import type { OutgoingEvent } from './outgoing-event.ts';

/** What a device shared in one agreement: its consent, and the attempt that follows it. */
export interface Share {
  readonly consent: Extract<OutgoingEvent, { type: 'consent.given' }>;
  readonly started: Extract<OutgoingEvent, { type: 'attempt.started' }>;
  readonly responses: readonly SharedResponse[];
  readonly completed: Extract<OutgoingEvent, { type: 'attempt.completed' }>;
}
export type SharedResponse = Extract<OutgoingEvent, { type: 'response.given' }>;

/** `stated`: only the device's signature stands behind it. The others follow from grading and computing again. */
export type ShareVerdict = 'stated' | 'verified' | 'differs' | 'notVerifiable';

/** The revision that an attempt was taken on, as the server keeps it. */
export interface KnownRevision {
  readonly items: readonly ItemEntry[];
  readonly content: ChallengeSet;
}

/** What practice and reviews were of does not travel, nor the days over which a profile's answers fade. */
const untold: readonly PolicyName[] = ['practice', 'review', 'profile'];

/**
 * Grades closed kinds again and computes the levels again, by the engine and grader that the attempt names. What cannot be
 * computed here — another version, a revision that is gone — is `notVerifiable`, never forged.
 */
export function verdictOn(share: Share, revision: KnownRevision | undefined): ShareVerdict {
  const { consent, started, responses, completed } = share;
  if (consent.scope === 'levels') return 'stated';
  if (started.engine !== engineVersion || started.grader !== graderVersion) return 'notVerifiable';
  if (revision === undefined || !isPolicy(started.policy) || untold.includes(started.policy))
    return 'notVerifiable';
  const { items, content } = revision;
  if (new Set(responses.map((each) => each.item)).size < responses.length) return 'differs';
  const answers: Answer[] = [];
  for (const response of responses) {
    const entry = items[response.item];
    const challenge = entry && content.challenges.get(entry.id)?.challenge;
    if (entry === undefined || challenge === undefined) return 'notVerifiable';
    if (!isScoreRight(response, entry, challenge.params)) return 'differs';
    answers.push(answerOf({ ...response, item: entry.id, steps: entry.steps }));
  }
  const target = completed.levels[0]?.[0] ?? '';
  const competence = started.policy === 'competence' ? target : null;
  const bank = bankOf(items, content.framework);
  if (competence !== null && !bank.competences.includes(competence)) return 'notVerifiable';
  const { length } = policyFor({ policy: started.policy, competence }, bank);
  if (responses.length > length.most || answers.length === 0) return 'differs';
  const levels = measuredLevels({ policy: started.policy, competence }, answers, bank).map((each) => [
    each.target,
    each.level,
    each.low,
    each.high,
    Math.round(each.certainty * 100),
  ]);
  return JSON.stringify(levels) === JSON.stringify(completed.levels) ? 'verified' : 'differs';
}

// A skipped question earns nothing; a closed kind comes with its choice and is graded again; what was typed or done did not
// leave, so its score must only be possible.
function isScoreRight(response: SharedResponse, entry: ItemEntry, params: unknown): boolean {
  if (response.isSkipped) return response.score === 0;
  if (response.score > entry.steps) return false;
  const kind = kinds[entry.kind];
  if (!kind.isClosed) return response.choice === null;
  const parsed = v.safeParse(kind.params, params);
  if (response.choice === null || !parsed.success) return false;
  const grade = kind.grade(parsed.output, response.choice, (text) => text);
  return grade.score === response.score;
}
