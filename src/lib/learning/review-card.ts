import { createEmptyCard, fsrs, Rating, type Card, type Grade } from 'ts-fsrs';
import { startOfDay } from '#lib/base/clock.ts';
import { isTest } from '#lib/assessment/profile.ts';
import { isProved } from '#lib/assessment/skills.ts';
import type { JournalEvent } from '#lib/journal/event.ts';

/** When a skill comes back: by the days of the journal. */
export interface ReviewCard {
  readonly skill: string;
  readonly due: number;
}

/** What the items and the lessons on this device are about. */
export interface Subjects {
  readonly skillOfItem: (item: string) => string | undefined;
  readonly skillsOfLesson: (lesson: string) => readonly string[];
}

/** A skill's memory: as it was before its last day, and the least that was shown on that day. */
interface Memory {
  readonly before: Card | undefined;
  readonly day: number;
  readonly worst: Grade;
}

// No chance, and whole days only: the same journal gives the same days on every device.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 365 });
const dayMs = startOfDay(1);

/**
 * The skills that come back, by their id: those practised, missed in a test, or taught by a lesson that was done. `days` has
 * the day of each event. Of what is shown of a skill in a day, the least counts (FSRS-6, Ye and others, 2024).
 */
export function reviewCards(
  events: readonly JournalEvent[],
  days: readonly number[],
  { skillOfItem, skillsOfLesson }: Subjects,
): ReadonlyMap<string, ReviewCard> {
  const policies = new Map<string, string>();
  const memories = new Map<string, Memory>();
  const rate = (skill: string, day: number, grade: Grade): void => {
    const memory = memories.get(skill);
    memories.set(
      skill,
      memory?.day === day
        ? { ...memory, worst: grade < memory.worst ? grade : memory.worst }
        : { before: memory && after(memory), day, worst: grade },
    );
  };
  events.forEach((event, index) => {
    const day = days[index] ?? 0;
    if (event.type === 'attempt.started') policies.set(event.attempt, event.policy);
    if (event.type === 'response.given') {
      const skill = skillOfItem(event.item);
      if (skill === undefined) return;
      // What a test finds known, and was never learnt here, need not come back.
      const isKnown = isProved(event) && isTest(policies.get(event.attempt) ?? '');
      if (memories.has(skill) || !isKnown) rate(skill, day, gradeOf(event));
    }
    // What was just read was not yet remembered: it comes back soon, and what comes back already is left alone.
    if (event.type === 'lesson.finished')
      for (const skill of skillsOfLesson(event.lesson))
        if (!memories.has(skill)) rate(skill, day, Rating.Hard);
  });
  return new Map(
    [...memories].map(([skill, memory]) => [skill, { skill, due: after(memory).due.getTime() / dayMs }]),
  );
}

function after({ before, day, worst }: Memory): Card {
  const date = new Date(startOfDay(day));
  return scheduler.next(before ?? createEmptyCard(date), date, worst).card;
}

function gradeOf(given: Extract<JournalEvent, { readonly type: 'response.given' }>): Grade {
  if (isProved(given)) return given.help === 0 ? Rating.Good : Rating.Hard;
  return given.outcome === 'partial' ? Rating.Hard : Rating.Again;
}
