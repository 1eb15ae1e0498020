import { utf8 } from '#lib/base/bytes.ts';
import { generateStoredSealingKey } from '#lib/base/platform/sealing.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { LocalDatabase, StationRow } from '#lib/local/database.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import { noTries } from '../tries.ts';
import { wrap } from './person-keys.ts';

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
