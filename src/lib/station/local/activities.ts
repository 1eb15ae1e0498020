import type { LocalDatabase, SessionRow, StationRow } from '#lib/local/database.ts';

/** What everybody takes part in on a day when the mediator chose nothing. */
const freeUse = 'free';

/** The assessment that new persons begin with today; undefined when none was chosen for it. */
export function sessionOf(row: StationRow | undefined, today: string): SessionRow | undefined {
  return row?.session?.day === today ? row.session : undefined;
}

/** Begins a session: from now on new persons begin there, and another activity is counted. */
export async function beginSession(
  database: LocalDatabase,
  session: SessionRow,
  today: string,
): Promise<void> {
  const activity = crypto.randomUUID();
  await database.stations.update('station', { session: { ...session, day: today, activity } });
}

/** Ends the session: new persons choose for themselves, and what was read of other devices goes. */
export async function endSession({ stations, sightings }: LocalDatabase): Promise<void> {
  await stations.db.transaction('rw', [stations, sightings], async () => {
    await stations.update('station', { session: undefined });
    await sightings.clear();
  });
}

/** Counts somebody in what takes place now, once, and moves its end to now. */
export async function takePart(
  database: LocalDatabase,
  learner: string,
  today: string,
  now: number,
): Promise<void> {
  const { stations, people, activities } = database;
  await database.transaction('rw', [stations, people, activities], async () => {
    const row = await stations.get('station');
    const person = await people.get(learner);
    if (row === undefined || person === undefined) return;
    const activity = await countIn(activities, row, person.activity, today, now);
    if (person.activity !== activity) await people.update(learner, { activity });
  });
}

/** Counts a person in what takes place now, unless it counted them last, and moves its end to now; gives its id. */
export async function countIn(
  activities: LocalDatabase['activities'],
  row: StationRow,
  countedIn: string | undefined,
  today: string,
  now: number,
): Promise<string> {
  const session = row.session?.day === today ? row.session : undefined;
  const id = session?.activity ?? `${freeUse} ${today}`;
  const known = (await activities.get(id)) ?? {
    ...{ id, day: today, startedAt: now, people: 0 },
    ...{ policy: session?.policy ?? freeUse, competence: session?.competence ?? null },
  };
  await activities.put({ ...known, lastAt: now, people: known.people + (countedIn === id ? 0 : 1) });
  return id;
}
