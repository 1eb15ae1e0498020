import { assert } from '#lib/base/assert.ts';
import { textOf, utf8 } from '#lib/base/bytes.ts';
import type { Open } from '#lib/base/ports.ts';
import { generateStoredSealingKey, openerOfJwk } from '#lib/base/platform/sealing.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { LocalDatabase, StationRow } from '#lib/local/database.ts';
import { erasePerson } from '#lib/local/erase-person.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import { noTries } from '../tries.ts';
import { unwrap, wrap } from './person-keys.ts';
import { chargeTry, forgiveTries } from './secret-tries.ts';

/** How many letters or figures a mediator's secret has at least. */
export const shortestSecret = 6;

const id = 'station';

/** Makes this device a shared one, with its mediator's keys; refused while somebody's own journal lies here in clear. */
export async function foundStation(
  database: LocalDatabase,
  secret: string,
  today: string,
): Promise<Result<'founded', 'hasJournal' | 'isFounded' | StorageFailure>> {
  const { publicKey, privateJwk } = await generateStoredSealingKey();
  const wrapped = await wrap(utf8(JSON.stringify(privateJwk)), { kind: 'remembered', text: secret });
  const row: StationRow = { id, ...wrapped, publicKey, tries: noTries, days: [today] };
  const { stations, events, learners } = database;
  try {
    return await database.transaction('rw', [stations, events, learners], async () => {
      if ((await events.count()) > 0) return refusal('hasJournal');
      if ((await stations.count()) > 0) return refusal('isFounded');
      await learners.clear();
      await stations.add(row);
      return success('founded');
    });
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}

/** What opens summaries and notes, for who knows the mediator's secret; a wrong one costs a try. */
export async function openMediatorKey(
  database: LocalDatabase,
  secret: string,
): Promise<Result<Open, 'wait' | 'gone' | 'wrongSecret'>> {
  const jwk = await privateKeyOf(database, secret);
  return jwk.ok ? success(await openerOfJwk(JSON.parse(textOf(jwk.value)) as JsonWebKey)) : jwk;
}

/** Puts the mediator's key under another secret; what was sealed to it stays readable. */
export async function changeMediatorSecret(
  database: LocalDatabase,
  current: string,
  next: string,
): Promise<Result<'changed', 'wait' | 'gone' | 'wrongSecret' | StorageFailure>> {
  const jwk = await privateKeyOf(database, current);
  if (!jwk.ok) return jwk;
  const wrapped = await wrap(jwk.value, { kind: 'remembered', text: next });
  try {
    await database.transaction('rw', database.stations, async () => {
      const row = await database.stations.get(id);
      assert(row !== undefined, 'a station stays one');
      await database.stations.put({ ...row, ...wrapped });
    });
    return success('changed');
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}

/** Makes this device one person's again: erases everybody, notes and report with them; what was agreed to stays in the outbox. */
export async function closeStation(database: LocalDatabase): Promise<void> {
  for (const { learner } of await database.people.toArray()) await erasePerson(database, learner);
  const { stations, people, events, learners, summaries, notes, activities, sightings } = database;
  const all = [stations, people, events, learners, summaries, notes, activities, sightings];
  await database.transaction('rw', all, async () => {
    for (const table of all) await table.clear();
  });
}

async function privateKeyOf(
  { stations }: LocalDatabase,
  secret: string,
): Promise<Result<Uint8Array, 'wait' | 'gone' | 'wrongSecret'>> {
  const charged = await chargeTry(stations, id);
  if (!charged.ok) return charged;
  const jwk = await unwrap(charged.value, { kind: 'remembered', text: secret });
  if (jwk === undefined) return refusal('wrongSecret');
  await forgiveTries(stations, id);
  return success(jwk);
}
