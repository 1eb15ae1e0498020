import { describe, expect, test } from 'vitest';
import type { EventFact, JournalEvent } from '#lib/journal/event.ts';
import { journalDays } from '#lib/journal/passing-time.ts';
import { freshestItems } from './freshest-items.ts';
import { reviewCards } from './review-card.ts';
import { reviewDay } from './review-day.ts';

const dayMs = 86_400_000;
const on = (day: number, fact: EventFact): JournalEvent => ({ ...fact, at: day * dayMs, offsetMinutes: 0 });

let count = 0;
type Outcome = 'correct' | 'partial' | 'incorrect' | 'skipped';
/** Answers to items `skill/n`, in one attempt, on a day. */
function answers(day: number, policy: string, skills: readonly string[], outcome: Outcome, help = 0) {
  const attempt = `a${(count += 1)}`;
  const start: EventFact = {
    ...{ type: 'attempt.started', attempt, policy, competence: null, bundle: 'b', revision: 1, engine: 1 },
    ...{ grader: 1, seed: 's', length: 10, campaign: null, item: 'i' },
  };
  const given = skills.map((skill): EventFact => ({
    ...{ type: 'response.given', attempt, item: `${skill}/1`, response: null, outcome, score: 0, steps: 1 },
    ...{ mistakes: [], help, seconds: 1, next: null },
  }));
  return [start, ...given].map((fact) => on(day, fact));
}
const lessonDone = (day: number) => on(day, { type: 'lesson.finished', lesson: 'l', answers: {} });

const cardsOf = (events: readonly JournalEvent[]) =>
  reviewCards(events, journalDays(events, { at: 0, offsetMinutes: 0 }).days, {
    skillOfItem: (item) => (item.startsWith('gone') ? undefined : item.split('/')[0]),
    skillsOfLesson: () => ['taught', 'a'],
  });
const dueIn = (...events: JournalEvent[][]) =>
  Object.fromEntries([...cardsOf(events.flat()).values()].map(({ skill, due }) => [skill, due]));

test('[LE-10] what was practised, missed or taught comes back; what a test found known does not', () => {
  expect(dueIn(answers(1, 'practice', ['a'], 'correct'))).toHaveProperty('a');
  expect(dueIn(answers(1, 'diagnostic', ['a'], 'incorrect'))).toHaveProperty('a');
  expect(dueIn(answers(1, 'diagnostic', ['a'], 'correct', 2))).toHaveProperty('a');
  expect(dueIn([lessonDone(1)])).toEqual({ taught: 3, a: 3 });
  expect(dueIn(answers(1, 'diagnostic', ['a'], 'correct'))).toEqual({});
  expect(dueIn(answers(1, 'practice', ['gone'], 'correct'))).toEqual({});
});

test('[LE-11] the same journal gives the same days, whenever it is read and however often', () => {
  const events = [
    ...answers(1, 'diagnostic', ['a', 'b', 'c'], 'incorrect'),
    ...answers(2, 'review', ['a', 'b'], 'correct'),
    lessonDone(3),
    ...answers(5, 'review', ['b'], 'partial'),
    ...answers(9, 'practice', ['c'], 'correct'),
  ];
  expect(dueIn(events)).toEqual({ a: 5, b: 10, c: 13, taught: 5 });
  expect(cardsOf(events)).toEqual(cardsOf(structuredClone(events)));
});

describe('[LE-12] how far a skill is put off', () => {
  test('success alone goes further each time, a miss comes back the next day', () => {
    let events = answers(0, 'practice', ['a'], 'correct');
    const gaps: number[] = [];
    for (let day = 0; gaps.length < 5; day = dueIn(events)['a']!) {
      if (day > 0) events = [...events, ...answers(day, 'review', ['a'], 'correct')];
      gaps.push(dueIn(events)['a']! - day);
    }
    expect(gaps).toEqual(gaps.toSorted((left, right) => left - right));
    expect(gaps[4]!).toBeGreaterThan(gaps[0]! * 4);
    const last = dueIn(events)['a']!;
    expect(dueIn(events, answers(last, 'review', ['a'], 'skipped'))['a']! - last).toBeLessThan(gaps[4]! / 4);
  });

  test('a miss in a first test comes back the next day; help counts for less than success alone', () => {
    expect(dueIn(answers(3, 'diagnostic', ['a'], 'skipped'))).toEqual({ a: 4 });
    const alone = dueIn(answers(3, 'practice', ['a'], 'correct'))['a']!;
    expect(dueIn(answers(3, 'practice', ['a'], 'correct', 1))['a']).toBeLessThan(alone);
  });

  test('of a day the least counts, in whatever order', () => {
    const good = answers(3, 'practice', ['a'], 'correct');
    const bad = answers(3, 'practice', ['a'], 'incorrect');
    expect(dueIn(good, bad)).toEqual({ a: 4 });
    expect(dueIn(bad, good, good)).toEqual({ a: 4 });
  });
});

describe('[LE-13] the reviews of a day', () => {
  const at = (day: number) => ({ at: day * dayMs, offsetMinutes: 0 });
  const skills = ['g', 'f', 'e', 'd', 'c', 'b', 'a'];
  const missed = answers(1, 'diagnostic', skills, 'incorrect');
  const dayOf = (events: readonly JournalEvent[], today: number) =>
    reviewDay([...cardsOf(events).values()], events, journalDays(events, at(today)));

  test('at most five, and the others the next day', () => {
    expect(dayOf(missed, 1)).toEqual({ skills: [], done: 0, next: 2 });
    expect(dayOf(missed, 2)).toEqual({ skills: ['a', 'b', 'c', 'd', 'e'], done: 0, next: 3 });
    const three = [...missed, ...['a', 'b', 'c'].flatMap((each) => answers(2, 'review', [each], 'correct'))];
    expect(dayOf(three, 2)).toEqual({ skills: ['d', 'e'], done: 3, next: 3 });
  });

  test('a month away is an ordinary day; nothing to learn, nothing comes back', () => {
    expect(dayOf(missed, 31).skills).toHaveLength(5);
    expect(dayOf([], 3)).toEqual({ skills: [], done: 0, next: undefined });
  });

  test('a clock that went back asks for nothing twice', () => {
    const done = [...missed, ...answers(40, 'review', ['a'], 'correct')];
    const { today } = journalDays(done, at(2));
    expect(today).toBe(40);
    expect(dayOf(done, 2).skills).not.toContain('a');
  });
});

test('[LE-14] what was never met first, else what was met the longest ago', () => {
  const events = [
    ...answers(1, 'practice', ['a', 'b'], 'correct'),
    ...answers(2, 'review', ['a'], 'correct'),
  ];
  expect([...freshestItems(['a/1', 'b/1', 'c/1', 'd/1'], events)]).toEqual(['c/1', 'd/1']);
  expect([...freshestItems(['a/1', 'b/1'], events)]).toEqual(['b/1']);
});
