import { textOf, utf8 } from '#lib/base/bytes.ts';
import type { Open } from '#lib/base/ports.ts';
import { seal } from '#lib/base/platform/sealing.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import { parseSighting, type Sighting } from '../sighting.ts';
import { countIn } from './activities.ts';

/** Keeps a reading, sealed to the mediator, in place of an earlier one of the same person; counts the person in what takes place now. */
export async function keepSighting(
  database: LocalDatabase,
  sighting: Sighting,
  today: string,
  now: number,
): Promise<Result<'kept', StorageFailure>> {
  const { stations, sightings, activities } = database;
  const { session } = sighting;
  try {
    const station = await stations.get('station');
    if (station === undefined) return success('kept');
    const sealed = await seal(station.publicKey, utf8(JSON.stringify(sighting)), contextOf(session));
    await database.transaction('rw', [stations, sightings, activities], async () => {
      const row = (await stations.get('station')) ?? station;
      const known = await sightings.get(session);
      const activity = await countIn(activities, row, known?.activity, today, now);
      await sightings.put({ session, day: today, activity, ...sealed });
    });
    return success('kept');
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}

/** Every reading, for who holds the mediator's key; one that does not open is left out. */
export async function readSightings(database: LocalDatabase, open: Open): Promise<readonly Sighting[]> {
  const found: Sighting[] = [];
  for (const { session, encapsulated, ciphertext } of await database.sightings.toArray()) {
    const plain = await open({ encapsulated, ciphertext }, contextOf(session));
    const sighting = plain && parseSighting(textOf(plain));
    if (sighting !== undefined) found.push(sighting);
  }
  return found;
}

function contextOf(session: string): Uint8Array {
  return utf8(`jalon station sighting 1\n${session}`);
}
