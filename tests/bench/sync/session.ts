import { seededRandom } from '#lib/base/random.ts';
import type { OutgoingEvent } from '#lib/sync/outgoing-event.ts';

/** Answers of one recorded session. */
export const answersASession = 40;

type Answer = Extract<OutgoingEvent, { type: 'response.given' }>;

/** Forty answers as they leave, the same each time for the same number: closed and open kinds, right and wrong, some skipped. */
export function recordedAnswers(session: number): readonly Answer[] {
  const random = seededRandom(`recorded session ${session}`);
  const upto = (count: number): number => Math.floor(random() * count);
  return Array.from({ length: answersASession }, () => {
    const isSkipped = upto(12) === 0;
    const isOpen = upto(3) === 0;
    const choice = isSkipped || isOpen ? null : { choice: 'abcd'[upto(4)] ?? 'a' };
    return {
      ...{ type: 'response.given', item: upto(600), choice, score: isSkipped ? 0 : upto(2), isSkipped },
      ...{ help: 0, seconds: 8 + upto(50) },
    };
  });
}

/** A whole share: the agreement, the test, its answers, its levels. */
export function recordedShare(campaign: string, session: number): readonly OutgoingEvent[] {
  const random = seededRandom(`recorded levels ${session}`);
  const upto = (count: number): number => Math.floor(random() * count);
  const letters = Array.from({ length: 43 }, () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij'[upto(36)]);
  return [
    {
      ...{ type: 'consent.given', campaign, scope: 'answers', textHash: letters.join('') },
      ...{ nickname: `Lina ${session}`, avatar: 'fox', day: '2026-03-02' },
    },
    { type: 'attempt.started', policy: 'diagnostic', bundle: 'socle', revision: 1, engine: 1, grader: 1 },
    ...recordedAnswers(session),
    {
      type: 'attempt.completed',
      levels: ['1', '2', '3', '4', '5'].map((area) => [area, 1 + upto(4), upto(2), 5, 30 + upto(20)]),
      isHelped: false,
    },
  ];
}
