import { expect, test } from 'vitest';
import type { EventFact, JournalEvent, LevelFact } from '#lib/journal/event.ts';
import { journalDays } from '#lib/journal/passing-time.ts';
import { badgesOf } from './badge.ts';

const dayMs = 86_400_000;
const on = (day: number, fact: EventFact): JournalEvent => ({ ...fact, at: day * dayMs, offsetMinutes: 0 });
let count = 0;
function attempt(
  day: number,
  policy: string,
  items: readonly string[],
  isRight = true,
  levels: string[] = [],
) {
  const id = `a${(count += 1)}`;
  const level = (target: string): LevelFact => ({ target, level: 1, low: 1, high: 1, certainty: 1 });
  return [
    on(day, {
      ...{ type: 'attempt.started', attempt: id, policy, competence: null, bundle: 'b', revision: 1 },
      ...{ engine: 1, grader: 1, seed: 's', length: 10, campaign: null, item: 'i' },
    }),
    ...items.map((item) =>
      on(day, {
        ...{ type: 'response.given', attempt: id, item, response: null, score: 0, steps: 1, mistakes: [] },
        ...{ outcome: isRight ? 'correct' : 'incorrect', help: 0, seconds: 1, next: null },
      }),
    ),
    on(day, { type: 'attempt.completed', attempt: id, levels: levels.map(level) }),
  ];
}
const lesson = (day: number, id: string) => on(day, { type: 'lesson.finished', lesson: id, answers: {} });
const badges = (...events: (JournalEvent | JournalEvent[])[]) => {
  const all = events.flat();
  return badgesOf(all, journalDays(all, { at: 0, offsetMinutes: 0 }).days, {
    skillOfItem: (item) => (item === 'gone' ? undefined : item.slice(0, 3)),
    areas: ['1', '2'],
    competences: ['1.1', '2.1'],
  });
};
const names = (...events: (JournalEvent | JournalEvent[])[]) => badges(...events).map(({ name }) => name);

test('[LE-15] each badge is a deed in the journal, earned once and kept, in the order of the deeds', () => {
  expect(names()).toEqual([]);
  expect(names(attempt(1, 'flash', ['1.1/a']))).toEqual(['firstTest']);
  expect(names(attempt(1, 'practice', ['1.1/a']))).toEqual([]);
  const twice = badges(attempt(1, 'flash', []), lesson(2, '1.1/l'), attempt(3, 'flash', []));
  expect(twice).toEqual([
    { name: 'firstTest', date: 1, isTold: false },
    { name: 'firstLesson', date: 2, isTold: false },
  ]);
});

test('[LE-15] a skill that did not succeed and does on a later day', () => {
  const missed = attempt(1, 'practice', ['1.1/a', 'gone'], false);
  expect(names(missed, attempt(1, 'practice', ['1.1/b']))).toEqual([]);
  expect(names(missed, attempt(2, 'practice', ['1.2/b', 'gone']))).toEqual([]);
  expect(names(missed, attempt(2, 'review', ['1.1/b']))).toEqual(['comeback']);
});

test('[LE-15] every area worked in, by practice, review or lesson; a test alone visits none', () => {
  expect(names(attempt(1, 'flash', ['1.1/a', '2.1/a']))).toEqual(['firstTest']);
  expect(names(attempt(1, 'practice', ['1.1/a']), lesson(1, '2.1/l'))).toEqual(['firstLesson', 'fiveAreas']);
});

test('[LE-15] reviews on seven days, in a row or not; every competence measured, at once or over time', () => {
  const reviews = [1, 2, 5, 6, 20, 21].flatMap((day) => attempt(day, 'review', ['1.1/a', '1.1/b']));
  expect(names(reviews)).toEqual([]);
  expect(names(reviews, attempt(40, 'review', ['1.1/a']))).toEqual(['weekOfReviews']);
  const first = attempt(1, 'competence', [], true, ['1.1']);
  expect(names(first, attempt(9, 'competence', [], true, ['2.1']))).toEqual(['firstTest', 'wholeProfile']);
});

test('[LE-16] a badge is said once', () => {
  const told = on(2, { type: 'badge.told', badge: 'firstTest' });
  expect(badges(attempt(1, 'flash', []), told)[0]?.isTold).toBe(true);
  expect(badges(attempt(1, 'flash', []), told, attempt(3, 'flash', []))).toHaveLength(1);
});
