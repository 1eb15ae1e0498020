import { assert } from '#lib/base/assert.ts';
import type { Json } from '#lib/base/canonical-json.ts';
import type { Attempt, GivenResponse } from '#lib/assessment/attempt.ts';
import type { Campaign } from '#lib/campaigns/card.ts';
import type { OutgoingEvent } from './outgoing-event.ts';

/** What the words of an agreement are about, besides the attempt. */
export interface Agreement {
  readonly campaign: Campaign;
  readonly nickname: string;
  readonly avatar: string;
  /** The local day, as YYYY-MM-DD. */
  readonly day: string;
  /** SHA-256 of the text that was shown (base64url). */
  readonly textHash: string;
}

/** What a share needs to know of an item: its number in the revision's manifest, and what of a response may leave. */
export interface SharedItem {
  readonly number: number;
  /** The response of a closed kind; null where people type or act. */
  readonly choice: (response: Json) => Json;
}

/**
 * The very events that leave when somebody agrees: the consent, the attempt and its levels; the answers only when the
 * campaign asks for them. Nothing else of the journal leaves. The attempt must be completed.
 */
export function shareOf(
  attempt: Attempt,
  agreement: Agreement,
  itemOf: (item: string) => SharedItem,
): readonly OutgoingEvent[] {
  assert(attempt.status === 'completed', 'only a completed attempt is shared');
  const { campaign, nickname, avatar, day, textHash } = agreement;
  const scope = campaign.asks;
  const { policy, bundle, revision, engine, grader } = attempt;
  const answers =
    scope === 'answers' ? attempt.responses.map((each) => answerOf(each, itemOf(each.item))) : [];
  return [
    { type: 'consent.given', campaign: campaign.campaign, scope, textHash, nickname, avatar, day },
    { type: 'attempt.started', policy, bundle, revision, engine, grader },
    ...answers,
    {
      type: 'attempt.completed',
      levels: attempt.levels.map(({ target, level, low, high, certainty }) => [
        target,
        level,
        low,
        high,
        Math.round(certainty * 100),
      ]),
      isHelped: attempt.responses.some((each) => each.help > 0),
    },
  ];
}

function answerOf(given: GivenResponse, item: SharedItem): OutgoingEvent {
  const isSkipped = given.outcome === 'skipped';
  return {
    type: 'response.given',
    item: item.number,
    choice: isSkipped ? null : item.choice(given.response),
    score: given.score,
    isSkipped,
    help: given.help,
    seconds: Math.min(given.seconds, 86_400),
  };
}
