import { csvText, type Cell } from '#lib/base/csv.ts';

/** What took place, of nobody in particular. */
export interface Activity {
  readonly day: string;
  readonly startedAt: number;
  readonly lastAt: number;
  readonly policy: string;
  readonly competence: string | null;
  readonly people: number;
}

// French whatever the reader's language: the file joins the other files of a French-speaking organisation.
const headers = ['Jour', 'Durée (minutes)', 'Thème', 'Personnes'];
const themes: Readonly<Record<string, string>> = {
  flash: 'Test éclair',
  diagnostic: 'Test des 5 domaines',
  competence: 'Un sujet',
  free: 'Libre',
};
const longestMinutes = 24 * 60;

/** How long an activity lasted, in whole minutes; a clock that was set meanwhile gives a day at most, and never less than one. */
export function minutesOf({ startedAt, lastAt }: Activity): number {
  return Math.min(longestMinutes, Math.max(1, Math.round((lastAt - startedAt) / 60_000)));
}

/** Activities as a file for spreadsheets, one a row: day, duration, theme and number of people, and nothing else. */
export function activityCsv(activities: readonly Activity[]): string {
  const rows = activities
    .filter(({ people }) => people > 0)
    .toSorted((left, right) => left.startedAt - right.startedAt)
    .map((activity): readonly Cell[] => [
      activity.day,
      minutesOf(activity),
      [themes[activity.policy] ?? activity.policy, activity.competence].filter(Boolean).join(' '),
      activity.people,
    ]);
  return csvText([headers, ...rows]);
}
