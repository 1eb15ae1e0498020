import type { JournalEvent, LessonRating } from '#lib/journal/event.ts';

/** What somebody did with a lesson: the fold of its events. */
export interface LessonRecord {
  /** The step it stands at, from 1; 0 when it stands nowhere: not begun, or done. */
  readonly step: number;
  /** By check: the option that was chosen first, this time. */
  readonly answers: Readonly<Record<string, string>>;
  /** When it was done last (UTC milliseconds); null when it never was. */
  readonly doneAt: number | null;
  readonly rating: LessonRating | null;
  /** Whether it was put aside to be found again. */
  readonly isKept: boolean;
}

/** A lesson of which nothing is known. */
export const untouchedLesson: LessonRecord = {
  step: 0,
  answers: {},
  doneAt: null,
  rating: null,
  isKept: false,
};

type LessonEvent = Extract<JournalEvent, { readonly type: `lesson.${string}` }>;

/** Folds one event about a lesson into what is known of them. */
export function evolve(
  records: ReadonlyMap<string, LessonRecord>,
  event: LessonEvent,
): ReadonlyMap<string, LessonRecord> {
  const record = records.get(event.lesson) ?? untouchedLesson;
  return new Map(records).set(event.lesson, { ...record, ...changeBy(event) });
}

function changeBy(event: LessonEvent): Partial<LessonRecord> {
  switch (event.type) {
    case 'lesson.opened':
      return { step: 1, answers: {} };
    case 'lesson.reached':
      return { step: event.step, answers: event.answers };
    case 'lesson.finished':
      return { step: 0, answers: event.answers, doneAt: event.at };
    case 'lesson.rated':
      return { rating: event.rating };
    case 'lesson.kept':
      return { isKept: event.isKept };
  }
}
