import { review } from '#lib/assessment/profile.ts';
import type { JournalEvent } from '#lib/journal/event.ts';
import type { JournalDays } from '#lib/journal/passing-time.ts';
import type { ReviewCard } from './review-card.ts';

/** The reviews of a day. */
export interface ReviewDay {
  /** The skills that come back today, in the order in which they are asked. */
  readonly skills: readonly string[];
  /** How many were done today. */
  readonly done: number;
  /** The next day with a review after today; undefined when nothing comes back. */
  readonly next: number | undefined;
}

/** No more reviews than that in a day: whoever was away for a month finds an ordinary day. */
const mostADay = 5;

/** What there is to review today; those due first come first, and of the same day in the order of their ids. */
export function reviewDay(
  cards: readonly ReviewCard[],
  events: readonly JournalEvent[],
  { days, today }: JournalDays,
): ReviewDay {
  const done = reviewsOn(today, events, days);
  const due = cards
    .filter((card) => card.due <= today)
    .toSorted((left, right) => left.due - right.due || (left.skill < right.skill ? -1 : 1));
  const skills = due.slice(0, Math.max(0, mostADay - done)).map(({ skill }) => skill);
  const later = cards
    .filter(({ skill }) => !skills.includes(skill))
    .map((card) => Math.max(card.due, today + 1));
  return { skills, done, next: later.length === 0 ? undefined : Math.min(...later) };
}

function reviewsOn(today: number, events: readonly JournalEvent[], days: readonly number[]): number {
  const reviews = new Set(
    events.flatMap((event) =>
      event.type === 'attempt.started' && event.policy === review ? [event.attempt] : [],
    ),
  );
  return events.filter(
    (event, index) => event.type === 'response.given' && reviews.has(event.attempt) && days[index] === today,
  ).length;
}
