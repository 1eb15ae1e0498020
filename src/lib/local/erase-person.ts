import type { LocalDatabase } from './database.ts';
import { markName } from './day-mark.ts';

/** Erases a person from a shared device, key and journal together. What they agreed to send waits on, and nobody is shown it. */
export async function erasePerson(database: LocalDatabase, learner: string): Promise<void> {
  const { people, events, summaries, notes, reports, slips, kept } = database;
  const touched = [people, events, summaries, notes, reports, slips, kept];
  await database.transaction('rw', touched, async () => {
    await people.delete(learner);
    await events.where('[learner+seq]').between([learner, 0], [learner, Infinity]).delete();
    await summaries.delete(learner);
    await kept.delete(markName(learner));
    await notes.where('learner').equals(learner).delete();
    await slips.where('learner').equals(learner).delete();
    const own = () => reports.where('learner').equals(learner);
    await own()
      .filter(({ agreedAt }) => agreedAt === undefined)
      .delete();
    await own().modify({ learner: '' });
  });
}
