import { describe, expect, test } from 'vitest';
import { evolve, type LessonRecord } from '#lib/assessment/lesson-record.ts';
import type { Lesson } from '#lib/content/lesson.ts';
import type { EventFact, JournalEvent } from '#lib/journal/event.ts';
import type { Standing } from '#lib/progress/standing.ts';
import { planOf, type Grounds } from './plan.ts';
import { progressedCompetences } from './progressed.ts';

const lesson = (id: string, ...skills: string[]): Lesson => ({
  ...{ id, competence: id.split('/')[0]!, skills, can: [], level: 1, minutes: 5, title: id, steps: [] },
});
const standing = (competence: string, source: Standing['source'], day = 1): Standing => ({
  competence,
  area: competence.split('.')[0]!,
  source,
  statement:
    source === 'none'
      ? undefined
      : {
          ...{ target: competence, level: 2, low: 1, high: 3, certainty: 0.5 },
          ...{ attempt: 'a', policy: 'competence', day, date: day },
        },
});
type LessonEvent = Extract<JournalEvent, { readonly type: `lesson.${string}` }>;
const record = (event: Partial<LessonEvent> & { readonly lesson: string }) =>
  evolve(new Map<string, LessonRecord>(), { at: 1, offsetMinutes: 0, ...event } as LessonEvent);

const grounds = (some: Partial<Grounds> = {}): Grounds => ({
  reviews: 0,
  lessons: [lesson('1.1/a', '1.1.a'), lesson('1.2/b', '1.2.b')],
  records: new Map(),
  skills: { can: [], learn: [] },
  allSkills: ['1.1.a', '1.1.c', '1.2.b'],
  standings: [standing('1.1', 'estimated'), standing('1.2', 'estimated')],
  progressed: new Set(),
  mayTake: () => true,
  ...some,
});
const said = (some: Partial<Grounds> = {}) =>
  planOf(grounds(some)).map((step) => {
    const about =
      step.kind === 'lesson'
        ? step.lesson.id
        : step.kind === 'practice'
          ? step.skill
          : step.kind === 'review'
            ? step.count
            : step.competence;
    return `${step.kind} ${about} ${step.reason}`;
  });

describe('[LE-7] the plan has at most three steps, none of a kind twice, in one order', () => {
  test('reviews, then a lesson, then a test', () => {
    expect(said({ reviews: 2, skills: { can: [], learn: ['1.2.b'] } })).toEqual([
      'review 2 due',
      'lesson 1.2/b missed',
      'test 1.1 unmeasured',
    ]);
  });

  test('without reviews, practice comes last', () => {
    expect(said({ skills: { can: [], learn: ['1.2.b', '1.1.c'] } })).toEqual([
      'lesson 1.2/b missed',
      'test 1.1 unmeasured',
      'practice 1.1.c missed',
    ]);
  });

  test('the first test before all else', () => {
    const standings = [standing('1.1', 'none'), standing('1.2', 'none')];
    expect(said({ standings, reviews: 1 })[0]).toBe('test null first');
  });
});

describe('[LE-8] each step has its reason', () => {
  test('a lesson: under way, of what was missed, else one that is not done; none when all are', () => {
    expect(said({ records: record({ type: 'lesson.opened', lesson: '1.2/b' }) })[0]).toBe(
      'lesson 1.2/b underWay',
    );
    const done = record({ type: 'lesson.finished', lesson: '1.1/a', answers: {} });
    expect(said({ records: done })[0]).toBe('lesson 1.2/b fresh');
    expect(said({ lessons: [] })[0]).toBe('test 1.1 unmeasured');
  });

  test('practice: what was missed and the lesson does not teach, else what was never tried', () => {
    const plan = (learn: string[], can: string[] = []) => said({ skills: { can, learn } }).at(-1);
    expect(plan(['1.2.b'])).toBe('practice 1.1.a untried');
    expect(plan(['gone', '1.1.c'])).toBe('practice 1.1.c missed');
    expect(said({ lessons: [], skills: { can: ['1.1.a', '1.1.c', '1.2.b'], learn: [] } })).toEqual([
      'test 1.1 unmeasured',
    ]);
  });

  test('a test: where practice succeeded since, else what is not measured, else the oldest; never one that waits', () => {
    const test_ = (some: Partial<Grounds>) => said({ lessons: [], allSkills: [], ...some })[0];
    expect(test_({ progressed: new Set(['1.2']) })).toBe('test 1.2 progressed');
    const mayTake: Grounds['mayTake'] = ({ competence }) => competence !== '1.2';
    expect(test_({ progressed: new Set(['1.2']), mayTake })).toBe('test 1.1 unmeasured');
    const measured = [standing('1.1', 'measured', 9), standing('1.2', 'measured', 3)];
    expect(test_({ standings: measured })).toBe('test 1.2 oldest');
    expect(test_({ standings: measured, mayTake })).toBe('test 1.1 oldest');
    expect(test_({ standings: measured, mayTake: () => false })).toBeUndefined();
  });
});

test('[LE-9] practice that succeeded alone since the last test of a competence is a reason to measure it again', () => {
  let count = 0;
  const practised = (competence: string, outcome: 'correct' | 'incorrect', help = 0): EventFact[] => {
    const attempt = `p${(count += 1)}`;
    return [
      {
        ...{ type: 'attempt.started', attempt, policy: 'practice', competence, bundle: 'b', revision: 1 },
        ...{ engine: 1, grader: 1, seed: 's', length: 10, campaign: null, item: 'i' },
      },
      {
        ...{ type: 'response.given', attempt, item: 'i', response: null, outcome, score: 1, steps: 1 },
        ...{ mistakes: [], help, seconds: 1, next: null },
      },
      { type: 'attempt.completed', attempt, levels: [] },
    ];
  };
  const measured = (target: string): EventFact[] => [
    {
      type: 'attempt.completed',
      attempt: 't',
      levels: [{ target, level: 1, low: 1, high: 1, certainty: 1 }],
    },
  ];
  const after = (...facts: EventFact[][]) => [
    ...progressedCompetences(facts.flat().map((fact) => ({ ...fact, at: 0, offsetMinutes: 0 }))),
  ];
  expect(after(practised('1.1', 'incorrect'), practised('1.2', 'correct', 2))).toEqual([]);
  expect(after(practised('1.1', 'correct'), practised('2.1', 'correct'))).toEqual(['1.1', '2.1']);
  expect(after(practised('1.1', 'correct'), measured('1.1'))).toEqual([]);
  expect(after(practised('1.1', 'correct'), practised('2.1', 'correct'), measured('1'))).toEqual(['2.1']);
  expect(after(measured('1.1'), practised('1.1', 'correct'))).toEqual(['1.1']);
});
