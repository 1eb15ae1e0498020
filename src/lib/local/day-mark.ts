import type { LocalDatabase } from './database.ts';

/** By what a person is told from others on one day, and no longer; and whether they ask for help there. */
export interface DayMark {
  readonly day: string;
  /** Random. */
  readonly mark: string;
  readonly needsHelp: boolean;
}

/** The name that a person's mark is kept by. */
export function markName(learner: string): string {
  return `mark ${learner}`;
}

/** The mark of a person for today: the one that was made today, else `fresh`, which takes the place of an older one. */
export function markOf(
  { kept }: LocalDatabase,
  learner: string,
  today: string,
  fresh: string,
): Promise<DayMark> {
  const name = markName(learner);
  return kept.db.transaction('rw', kept, async () => {
    const known = (await kept.get(name))?.value as DayMark | undefined;
    if (known?.day === today) return known;
    const made: DayMark = { day: today, mark: fresh, needsHelp: false };
    await kept.put({ name, value: made });
    return made;
  });
}

/** Keeps that a person asks for help today, or no longer. */
export async function markHelp(
  { kept }: LocalDatabase,
  learner: string,
  mark: DayMark,
  needsHelp: boolean,
): Promise<DayMark> {
  const changed: DayMark = { ...mark, needsHelp };
  await kept.put({ name: markName(learner), value: changed });
  return changed;
}
