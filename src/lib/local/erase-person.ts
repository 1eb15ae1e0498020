import type { LocalDatabase } from './database.ts';

/** Erases a person from a shared device, key and journal together. What they agreed to send stays in the outbox. */
export async function erasePerson(database: LocalDatabase, learner: string): Promise<void> {
  const { people, events, summaries, notes } = database;
  await database.transaction('rw', [people, events, summaries, notes], async () => {
    await people.delete(learner);
    await events.where('[learner+seq]').between([learner, 0], [learner, Infinity]).delete();
    await summaries.delete(learner);
    await notes.where('learner').equals(learner).delete();
  });
}
