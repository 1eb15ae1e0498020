import { describe, expect, test } from 'vitest';
import { evolve, untouchedLesson, type LessonRecord } from '#lib/assessment/lesson-record.ts';
import { emptyProfile, evolve as evolveProfile } from '#lib/assessment/profile.ts';
import type { Lesson } from '#lib/content/lesson.ts';
import type { EventFact, JournalEvent } from '#lib/journal/event.ts';
import { stepAsked } from './place.ts';
import { otherLesson, suggested } from './suggested.ts';

type LessonFact = Extract<EventFact, { readonly type: `lesson.${string}` }>;

const eventOf = (fact: LessonFact, seq: number) =>
  ({ ...fact, at: 1000 * seq, offsetMinutes: 0 }) as Extract<JournalEvent, { type: `lesson.${string}` }>;
const recordsAfter = (...facts: LessonFact[]) =>
  facts.reduce<ReadonlyMap<string, LessonRecord>>(
    (records, fact, index) => evolve(records, eventOf(fact, index + 1)),
    new Map(),
  );
const lesson = (id: string, ...skills: string[]): Lesson => ({
  ...{ id, competence: id.split('/')[0]!, skills, can: [], level: 1, minutes: 5, title: id, steps: [] },
});

describe('[LE-1] what is known of a lesson is the fold of its events', () => {
  test('each event changes its own part, and no other lesson', () => {
    const records = recordsAfter(
      { type: 'lesson.opened', lesson: 'a' },
      { type: 'lesson.reached', lesson: 'a', step: 3, answers: { trust: 'blog' } },
      { type: 'lesson.kept', lesson: 'a', isKept: true },
      { type: 'lesson.opened', lesson: 'b' },
      { type: 'lesson.finished', lesson: 'a', answers: { trust: 'blog' } },
      { type: 'lesson.rated', lesson: 'a', rating: 'aLittle' },
    );
    expect(records.get('a')).toEqual({
      ...{ step: 0, answers: { trust: 'blog' }, doneAt: 5000, rating: 'aLittle', isKept: true },
    });
    expect(records.get('b')).toEqual({ ...untouchedLesson, step: 1 });
    expect(records.has('c')).toBe(false);
  });

  test('no longer kept, and rated anew', () => {
    const records = recordsAfter(
      { type: 'lesson.kept', lesson: 'a', isKept: true },
      { type: 'lesson.kept', lesson: 'a', isKept: false },
      { type: 'lesson.rated', lesson: 'a', rating: 'no' },
      { type: 'lesson.rated', lesson: 'a', rating: 'yes' },
    );
    expect(records.get('a')).toMatchObject({ isKept: false, rating: 'yes' });
  });
});

test('[LE-2] left, it stands where it was; begun again, its questions are open and the rest stays', () => {
  const left = recordsAfter(
    { type: 'lesson.opened', lesson: 'a' },
    { type: 'lesson.reached', lesson: 'a', step: 4, answers: { trust: 'town' } },
  );
  expect(left.get('a')).toMatchObject({ step: 4, answers: { trust: 'town' }, doneAt: null });
  const again = recordsAfter(
    { type: 'lesson.finished', lesson: 'a', answers: { trust: 'town' } },
    { type: 'lesson.rated', lesson: 'a', rating: 'yes' },
    { type: 'lesson.opened', lesson: 'a' },
  );
  expect(again.get('a')).toMatchObject({ step: 1, answers: {}, doneAt: 1000, rating: 'yes' });
});

describe('[LE-3] what is suggested first', () => {
  const all = [
    lesson('1.1/a', 's1'),
    lesson('1.2/b', 's2', 's3'),
    lesson('2.1/c', 's4'),
    lesson('3.1/d', 's3'),
  ];
  const ids = (lessons: readonly Lesson[]) => lessons.map(({ id }) => id);

  test('those under way, then those of what was missed, in the order it was told; each once', () => {
    const records = recordsAfter({ type: 'lesson.opened', lesson: '2.1/c' });
    expect(ids(suggested(all, ['s3', 's2', 's1'], records, 9))).toEqual(['2.1/c', '1.2/b', '3.1/d', '1.1/a']);
    expect(ids(suggested(all, ['s3', 's2', 's1'], records, 2))).toEqual(['2.1/c', '1.2/b']);
  });

  test('none that is done, none when nothing was missed', () => {
    const records = recordsAfter({ type: 'lesson.finished', lesson: '1.2/b', answers: {} });
    expect(ids(suggested(all, ['s2', 's3'], records, 9))).toEqual(['3.1/d']);
    expect(suggested(all, [], records, 9)).toEqual([]);
  });
});

test('[LE-4] the next lesson that is not done, round to the first; none when all are', () => {
  const all = [lesson('a'), lesson('b'), lesson('c')];
  const done = (...ids: string[]) =>
    recordsAfter(...ids.map((id): LessonFact => ({ type: 'lesson.finished', lesson: id, answers: {} })));
  expect(otherLesson(all[0]!, all, done('a'))?.id).toBe('b');
  expect(otherLesson(all[1]!, all, done('b', 'c'))?.id).toBe('a');
  expect(otherLesson(all[2]!, all, done('a', 'b', 'c'))).toBeUndefined();
});

test('[LE-5] an address that asks for no step of the lesson opens its cover', () => {
  expect(['1', '5', 'end'].map((asked) => stepAsked(asked, 5))).toEqual([1, 5, 6]);
  expect([null, '', '0', '6', '-1', '2.5', 'x'].map((asked) => stepAsked(asked, 5))).toEqual(
    Array(7).fill(0),
  );
});

test('[LE-6] nothing done in a lesson counts in a level', () => {
  const facts: LessonFact[] = [
    { type: 'lesson.opened', lesson: 'a' },
    { type: 'lesson.reached', lesson: 'a', step: 2, answers: { trust: 'town' } },
    { type: 'lesson.finished', lesson: 'a', answers: { trust: 'town' } },
  ];
  const after = facts.reduce(
    (profile, fact, index) => evolveProfile(profile, eventOf(fact, index + 1)),
    emptyProfile,
  );
  expect({ ...after, lessons: emptyProfile.lessons }).toEqual(emptyProfile);
});
