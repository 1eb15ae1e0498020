import type { Attempt } from '#lib/assessment/attempt.ts';
import type { Campaign } from '#lib/campaigns/card.ts';
import type { EventFact } from '#lib/journal/event.ts';
import type { OutgoingEvent } from '#lib/sync/outgoing-event.ts';
import { shareOf } from '#lib/sync/share.ts';

/** How many answers an attempt of a run has. */
export const answersEach = 10;
const items = Array.from({ length: answersEach }, (_, number) => `item-${number}`);
let made = 0;

/** The first question is shown. */
export function started(attempt: string, revision: number): EventFact {
  made += 1;
  return {
    ...{
      type: 'attempt.started',
      attempt,
      policy: 'diagnostic',
      competence: null,
      bundle: 'socle',
      revision,
    },
    ...{ engine: 1, grader: made, seed: attempt, length: answersEach, campaign: null, item: 'item-0' },
  };
}

/** An answer that no other is like. */
export function answered(attempt: Attempt): EventFact {
  const place = attempt.responses.length;
  made += 1;
  return {
    ...{
      type: 'response.given',
      attempt: attempt.id,
      item: `item-${place}`,
      response: { choice: `${made}` },
    },
    ...{ outcome: 'correct', score: 1, steps: 1, mistakes: [], help: 0, seconds: made % 80_000 },
    next: place + 1 < answersEach ? `item-${place + 1}` : null,
  };
}

/** The result is shown. */
export function completed(attempt: Attempt): EventFact {
  made += 1;
  const levels = [{ target: `${made}`, level: 3, low: 2, high: 4, certainty: 0.6 }];
  return { type: 'attempt.completed', attempt: attempt.id, levels };
}

/** The events that leave when somebody agrees. */
export function shared(attempt: Attempt, campaign: Campaign, day: string): readonly OutgoingEvent[] {
  const agreement = { campaign, nickname: attempt.id, avatar: 'fox', day, textHash: 'B'.repeat(43) };
  return shareOf(attempt, agreement, (item) => ({
    number: items.indexOf(item),
    choice: (response) => response,
  }));
}

/** A day that no other wish to take something back has: its place in the chain may change, its day does not. */
export function dayOfWithdrawal(): string {
  made += 1;
  return `${2000 + (made % 8_000)}-01-01`;
}

/** The same with something that the wire refuses, as a fault of the application would make it. */
export function unfit(events: readonly OutgoingEvent[]): readonly OutgoingEvent[] {
  return events.map((event) =>
    event.type === 'response.given' ? { ...event, seconds: event.seconds + 0.5 } : event,
  );
}
