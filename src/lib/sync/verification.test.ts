import { beforeAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { digest } from '#lib/base/platform/crypto.ts';
import { seededRandom } from '#lib/base/random.ts';
import { decide, startAttempt } from '#lib/assessment/decide.ts';
import { profileOf, runningAttempt } from '#lib/assessment/profile.ts';
import { questionOf } from '#lib/assessment/question.ts';
import type { Campaign } from '#lib/campaigns/card.ts';
import { kinds } from '#lib/challenges/registry.ts';
import * as registry from '#lib/challenges/registry.ts';
import { sharedResponse } from '#lib/challenges/shared-response.ts';
import { bankOf } from '#lib/content/bank.ts';
import { challengeSet } from '#lib/content/challenge-set.ts';
import { checkSources } from '#lib/content/check.ts';
import { compileBundle } from '#lib/content/compile.ts';
import { readSources } from '#lib/content/server/source-folder.ts';
import { chunksFor } from '#lib/content/verify.ts';
import { openChunk } from '#lib/content/open-chunk.ts';
import type { EventFact, JournalEvent } from '#lib/journal/event.ts';
import type { OutgoingEvent } from './outgoing-event.ts';
import { shareOf } from './share.ts';
import { verdictOn, type KnownRevision, type Share, type SharedResponse } from './verification.ts';

let revision: KnownRevision;
let share: Share;

function sharedFrom(events: readonly OutgoingEvent[]): Share {
  const [consent, started, ...rest] = events;
  return { consent, started, responses: rest.slice(0, -1), completed: rest.at(-1) } as unknown as Share;
}

/** Takes a whole diagnostic on the real content: right answers where an example gives one, « I do not know » elsewhere. */
beforeAll(async () => {
  const checked = checkSources(await readSources(join(process.cwd(), 'content-bundles')), registry);
  const bundle = checked.bundles.find((each) => each.id === 'socle') ?? checked.bundles[0];
  const { manifest, chunks } = await compileBundle(bundle!, checked.framework, digest);
  const opened = await Promise.all(
    chunksFor({ ...manifest, revision: 1 }, 'fr').map(async (entry) => {
      const result = await openChunk(chunks.get(entry.sha256)!, entry, digest);
      if (!result.ok) throw new Error(result.reason);
      return result.value;
    }),
  );
  const content = challengeSet(opened);
  if (!content.ok) throw new Error(content.reason);
  revision = { items: manifest.items, content: content.value };
  const bank = bankOf(manifest.items, content.value.framework);
  const random = seededRandom('learner');
  const events: JournalEvent[] = [];
  const write = (facts: readonly EventFact[]): void => {
    events.push(...facts.map((fact) => ({ ...fact, at: 1_772_000_000_000, offsetMinutes: 60 })));
  };
  // Half of them are graded again on the server, so that there is something to forge.
  const isPlain = (item: string): boolean =>
    ['single-choice', 'short-text'].includes(content.value.challenges.get(item)?.challenge.kind ?? '');
  const begun = startAttempt(
    {
      attempt: 'a',
      seed: 's',
      policy: 'diagnostic',
      competence: null,
      bundle: 'socle',
      revision: 1,
      campaign: null,
    },
    bank,
    isPlain,
  );
  if (!begun.ok) throw new Error(begun.reason);
  write(begun.value);
  for (
    let attempt = runningAttempt(profileOf(events));
    attempt;
    attempt = runningAttempt(profileOf(events))
  ) {
    const worded = content.value.challenges.get(attempt.current!)!;
    const question = questionOf(worded)!;
    const response =
      worded.challenge.kind === 'single-choice' ? { choice: guessOf(question.params, random()) } : null;
    const answer = { response, isSkipped: response === null, help: 0, seconds: 12, at: 0 };
    write(decide(attempt, answer, (_item, given) => question.grade(given), bank, isPlain));
  }
  const attempt = profileOf(events).attempts[0]!;
  const campaign = { campaign: '01020304', asks: 'answers' } as Campaign;
  const agreement = {
    campaign,
    nickname: 'Lina',
    avatar: 'fox',
    day: '2026-03-02',
    textHash: 'B'.repeat(43),
  };
  share = sharedFrom(
    shareOf(attempt, agreement, (item) => {
      const number = manifest.items.findIndex((each) => each.id === item);
      return { number, choice: (given) => sharedResponse(kinds[manifest.items[number]!.kind], given) };
    }),
  );
});

function guessOf(params: unknown, draw: number): string {
  const { options } = params as { readonly options: readonly { readonly id: string }[] };
  return options[Math.floor(draw * options.length)]!.id;
}

test('[SY-16] what a device computed is computed again to the same levels', () => {
  expect(share.responses).toHaveLength(10);
  expect(verdictOn(share, revision)).toBe('verified');
});

test('[SY-17] a level raised, a score raised or a skipped answer that earns is seen', () => {
  const raised = structuredClone(share) as { completed: { levels: (string | number)[][] } } & Share;
  raised.completed.levels[0]![1] = 8;
  expect(verdictOn(raised, revision)).toBe('differs');
  const closed = share.responses.findIndex((each) => each.choice !== null || each.isSkipped);
  const forge = (change: Partial<SharedResponse>): Share => ({
    ...share,
    responses: share.responses.map((each, index) => (index === closed ? { ...each, ...change } : each)),
  });
  expect(verdictOn(forge({ score: 20, isSkipped: false }), revision)).toBe('differs');
  expect(verdictOn(forge({ score: 1, isSkipped: true }), revision)).toBe('differs');
  const choices = share.responses.findIndex((each) => each.choice !== null);
  const hidden = share.responses.map((each, index) => (index === choices ? { ...each, choice: null } : each));
  expect(verdictOn({ ...share, responses: hidden }, revision)).toBe('differs');
  const again = { ...share, responses: share.responses.map(() => share.responses[0]!) };
  expect(verdictOn(again, revision)).toBe('differs');
});

test('[SY-18] what cannot be computed here is not verifiable, and levels alone are only stated', () => {
  expect(verdictOn(share, undefined)).toBe('notVerifiable');
  expect(verdictOn({ ...share, started: { ...share.started, engine: 99 } }, revision)).toBe('notVerifiable');
  expect(verdictOn({ ...share, consent: { ...share.consent, scope: 'levels' } }, revision)).toBe('stated');
});

test('[SY-16] practice, which states nothing, is not verifiable', () => {
  expect(verdictOn({ ...share, started: { ...share.started, policy: 'practice' } }, revision)).toBe(
    'notVerifiable',
  );
});
