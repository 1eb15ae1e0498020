import type { LocalDatabase } from '#lib/local/database.ts';
import { fateOf, withDay } from '../days-of-use.ts';
import { erasePerson } from '#lib/local/erase-person.ts';

/** Counts today as a day of use, and erases the journals whose time is over and what was read of other devices on another day; nobody whose journal is open is touched. */
export async function passDay(
  database: LocalDatabase,
  today: string,
  seated: string | undefined,
): Promise<void> {
  const days = await database.transaction('rw', database.stations, async () => {
    const row = await database.stations.get('station');
    if (row === undefined) return [];
    const counted = withDay(row.days, today);
    if (counted !== row.days) await database.stations.put({ ...row, days: counted });
    return counted;
  });
  await database.sightings.filter(({ day }) => day !== today).delete();
  const people = await database.people.toArray();
  for (const person of people) {
    if (person.learner !== seated && fateOf(person, days, today) === 'over')
      await erasePerson(database, person.learner);
  }
}
