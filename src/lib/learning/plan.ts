import type { LessonRecord } from '#lib/assessment/lesson-record.ts';
import type { PolicyChoice } from '#lib/assessment/policy.ts';
import type { SkillsMet } from '#lib/assessment/skills.ts';
import type { Lesson } from '#lib/content/lesson.ts';
import type { Standing } from '#lib/progress/standing.ts';
import { suggested } from './suggested.ts';

/** One thing to do next, and why. */
export type Step =
  | { readonly kind: 'review'; readonly count: number; readonly reason: 'due' }
  | {
      readonly kind: 'lesson';
      readonly lesson: Lesson;
      readonly reason: 'underWay' | 'missed' | 'fresh';
    }
  | { readonly kind: 'practice'; readonly skill: string; readonly reason: 'missed' | 'untried' }
  | {
      readonly kind: 'test';
      /** Null for the test of the five areas. */
      readonly competence: string | null;
      readonly reason: 'first' | 'progressed' | 'unmeasured' | 'oldest';
    };

/** All that the plan is made from. */
export interface Grounds {
  /** How many reviews there are to do today. */
  readonly reviews: number;
  readonly lessons: readonly Lesson[];
  readonly records: ReadonlyMap<string, LessonRecord>;
  readonly skills: SkillsMet;
  /** Every skill that has exercises here, in the order of the framework. */
  readonly allSkills: readonly string[];
  readonly standings: readonly Standing[];
  /** Competences in which practice succeeded since they were last measured. */
  readonly progressed: ReadonlySet<string>;
  /** Whether a test may be taken today. */
  readonly mayTake: (choice: PolicyChoice) => boolean;
}

const most = 3;

/** What to do next, at most three things, none of a kind twice: a first test where there is none, then reviews, a lesson, a test, practice. */
export function planOf(grounds: Grounds): readonly Step[] {
  const lesson = lessonStep(grounds);
  const test = testStep(grounds);
  const isFirst = test?.reason === 'first';
  const steps = [
    isFirst ? test : undefined,
    reviewStep(grounds),
    lesson,
    isFirst ? undefined : test,
    practiceStep(grounds, lesson),
  ];
  return steps.filter((step): step is Step => step !== undefined).slice(0, most);
}

function reviewStep({ reviews }: Grounds): Step | undefined {
  return reviews > 0 ? { kind: 'review', count: reviews, reason: 'due' } : undefined;
}

type LessonStep = Extract<Step, { readonly kind: 'lesson' }>;

function lessonStep({ lessons, skills, records }: Grounds): LessonStep | undefined {
  const [lesson] = suggested(lessons, skills.learn, records, 1);
  if (lesson !== undefined) {
    const isUnderWay = (records.get(lesson.id)?.step ?? 0) > 0;
    return { kind: 'lesson', lesson, reason: isUnderWay ? 'underWay' : 'missed' };
  }
  const fresh = lessons.find(({ id }) => (records.get(id)?.doneAt ?? null) === null);
  return fresh && { kind: 'lesson', lesson: fresh, reason: 'fresh' };
}

function practiceStep({ skills, allSkills }: Grounds, lesson: LessonStep | undefined): Step | undefined {
  const isTaught = (skill: string): boolean => lesson?.lesson.skills.includes(skill) ?? false;
  const missed = skills.learn.find((skill) => allSkills.includes(skill) && !isTaught(skill));
  if (missed !== undefined) return { kind: 'practice', skill: missed, reason: 'missed' };
  const met = new Set([...skills.can, ...skills.learn]);
  const untried = allSkills.find((skill) => !met.has(skill) && !isTaught(skill));
  return untried === undefined ? undefined : { kind: 'practice', skill: untried, reason: 'untried' };
}

function testStep({ standings, progressed, mayTake }: Grounds): Step | undefined {
  if (standings.every(({ source }) => source === 'none'))
    return { kind: 'test', competence: null, reason: 'first' };
  const open = standings.filter(({ competence }) => mayTake({ policy: 'competence', competence }));
  const grown = open.find(({ competence }) => progressed.has(competence));
  if (grown) return { kind: 'test', competence: grown.competence, reason: 'progressed' };
  const unmeasured = open.find(({ source }) => source !== 'measured');
  if (unmeasured) return { kind: 'test', competence: unmeasured.competence, reason: 'unmeasured' };
  const [oldest] = open.toSorted((left, right) => (left.statement?.day ?? 0) - (right.statement?.day ?? 0));
  return oldest && { kind: 'test', competence: oldest.competence, reason: 'oldest' };
}
