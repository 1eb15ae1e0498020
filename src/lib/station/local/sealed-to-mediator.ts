import { textOf, utf8 } from '#lib/base/bytes.ts';
import type { Open } from '#lib/base/ports.ts';
import { seal } from '#lib/base/platform/sealing.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { parseNote, type Note } from '../follow-up.ts';
import { parseSummary, type Summary } from '../summary.ts';

/** A note with the id that it is kept by. */
export type KeptNote = Note & { readonly id: string; readonly learner: string };

/** Seals where somebody stands to the mediator; nothing is written for a person who is gone. */
export async function writeSummary(
  database: LocalDatabase,
  learner: string,
  summary: Summary,
): Promise<void> {
  const { stations, summaries, people } = database;
  const row = await stations.get('station');
  if (row === undefined) return;
  const sealed = await seal(row.publicKey, utf8(JSON.stringify(summary)), summaryContext(learner));
  await database.transaction('rw', [summaries, people], async () => {
    if ((await people.get(learner)) !== undefined) await summaries.put({ learner, ...sealed });
  });
}

/** Every summary by its learner, for who holds the mediator's key; one that does not open is left out. */
export async function readSummaries(
  database: LocalDatabase,
  open: Open,
): Promise<ReadonlyMap<string, Summary>> {
  const found = new Map<string, Summary>();
  for (const { learner, encapsulated, ciphertext } of await database.summaries.toArray()) {
    const plain = await open({ encapsulated, ciphertext }, summaryContext(learner));
    const summary = plain && parseSummary(textOf(plain));
    if (summary !== undefined) found.set(learner, summary);
  }
  return found;
}

/** Seals a note about somebody to the mediator. */
export async function writeNote(database: LocalDatabase, learner: string, note: Note): Promise<void> {
  const row = await database.stations.get('station');
  if (row === undefined) return;
  const id = crypto.randomUUID();
  const sealed = await seal(row.publicKey, utf8(JSON.stringify(note)), noteContext(learner, id));
  await database.notes.add({ id, learner, ...sealed });
}

/** The notes about somebody, the newest first. */
export async function readNotes(
  database: LocalDatabase,
  open: Open,
  learner: string,
): Promise<readonly KeptNote[]> {
  const rows = await database.notes.where('learner').equals(learner).toArray();
  const notes: KeptNote[] = [];
  for (const { id, encapsulated, ciphertext } of rows) {
    const plain = await open({ encapsulated, ciphertext }, noteContext(learner, id));
    const note = plain && parseNote(textOf(plain));
    if (note !== undefined) notes.push({ ...note, id, learner });
  }
  return notes.toSorted((left, right) => right.at - left.at);
}

function summaryContext(learner: string): Uint8Array {
  return utf8(`jalon station summary 1\n${learner}`);
}

function noteContext(learner: string, id: string): Uint8Array {
  return utf8(`jalon station note 1\n${learner}\n${id}`);
}
