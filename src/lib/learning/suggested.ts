import type { LessonRecord } from '#lib/assessment/lesson-record.ts';
import type { Lesson } from '#lib/content/lesson.ts';

type Records = ReadonlyMap<string, LessonRecord>;

/** The lessons to begin with: those under way, then those of the skills that were missed, the last first; none that is done. */
export function suggested(
  lessons: readonly Lesson[],
  missed: readonly string[],
  records: Records,
  most: number,
): readonly Lesson[] {
  const underWay = lessons.filter(({ id }) => (records.get(id)?.step ?? 0) > 0);
  const toLearn = missed.flatMap((skill) => lessons.filter(({ skills }) => skills.includes(skill)));
  const open = toLearn.filter(({ id }) => !isDone(id, records));
  return [...new Set([...underWay, ...open])].slice(0, most);
}

/** A lesson to go on with after one: the first one not done that comes after it, else before it; undefined when all are done. */
export function otherLesson(after: Lesson, lessons: readonly Lesson[], records: Records): Lesson | undefined {
  const place = lessons.findIndex(({ id }) => id === after.id) + 1;
  return [...lessons.slice(place), ...lessons.slice(0, place)].find(
    ({ id }) => id !== after.id && !isDone(id, records),
  );
}

function isDone(id: string, records: Records): boolean {
  return (records.get(id)?.doneAt ?? null) !== null;
}
