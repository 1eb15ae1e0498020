import { digest, randomBytes } from '#lib/base/platform/crypto.ts';
import { boxKeyOf } from '#lib/base/platform/secret-box.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { LocalDatabase, PersonRow } from '#lib/local/database.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import { cardIdOf } from '../return-card.ts';
import { noTries } from '../tries.ts';
import { unwrap, wrap, type Secret } from './person-keys.ts';
import { chargeTry, forgiveTries } from './secret-tries.ts';

/** Why a journal did not open. */
export type OpenRefusal = 'wait' | 'gone' | 'wrongSecret' | 'unknownCard';

/** A person who may be let in: who it is, and the key of their journal. */
export interface Opening {
  readonly person: PersonRow;
  readonly key: CryptoKey;
}

/** A new person of a shared device, as a guest: nothing to remember, until the day is over. */
export async function addGuest(
  database: LocalDatabase,
  learner: string,
  avatar: string,
  today: string,
): Promise<Result<Opening, StorageFailure>> {
  const journalKey = randomBytes(32);
  const wrapped = await wrap(journalKey, { kind: 'none' });
  try {
    const person = await database.transaction('rw', database.people, async () => {
      const number = await freeNumber(database, avatar);
      const row: PersonRow = {
        ...{ learner, avatar, number, lock: 'none', ...wrapped },
        ...{ tries: noTries, usedDay: today, needsHelp: false, isNoticed: false },
      };
      await database.people.add(row);
      return row;
    });
    return success({ person, key: await boxKeyOf(journalKey) });
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}

/** The key of a journal, for who shows what opens it; a wrong secret costs a try. */
export async function openPerson(
  database: LocalDatabase,
  learner: string,
  secret: Secret,
): Promise<Result<Opening, OpenRefusal>> {
  const { people } = database;
  const charged =
    secret.kind === 'remembered' ? await chargeTry(people, learner) : await found(database, learner);
  if (!charged.ok) return charged;
  const journalKey = await unwrap(charged.value, secret);
  if (journalKey === undefined) return refusal('wrongSecret');
  if (secret.kind === 'remembered') await forgiveTries(people, learner);
  return success({ person: charged.value, key: await boxKeyOf(journalKey) });
}

/** The key of the journal that a card opens; refused for a card of another device, or of somebody who was erased. */
export async function openByCard(
  database: LocalDatabase,
  card: Uint8Array,
): Promise<Result<Opening, OpenRefusal>> {
  const cardId = await cardIdOf(card, digest);
  const person = await database.people.filter((each) => each.cardId === cardId).first();
  if (person === undefined) return refusal('unknownCard');
  return openPerson(database, person.learner, { kind: 'card', bytes: card });
}

/** Puts a guest's journal under a code or a card from now on; all that was written opens with it, and no longer without. */
export async function keepPerson(
  database: LocalDatabase,
  learner: string,
  secret: Exclude<Secret, { kind: 'none' }>,
): Promise<Result<PersonRow, 'gone' | StorageFailure>> {
  const row = await database.people.get(learner);
  if (row?.lock !== 'none') return refusal('gone');
  const journalKey = await unwrap(row, { kind: 'none' });
  if (journalKey === undefined) return refusal('gone');
  const kept: PersonRow = {
    ...row,
    ...(await wrap(journalKey, secret)),
    ...(secret.kind === 'card'
      ? { lock: 'card', cardId: await cardIdOf(secret.bytes, digest) }
      : { lock: 'code' }),
  };
  try {
    await database.people.put(kept);
    return success(kept);
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}

/** Shows a person by another picture, told from those who have the same by its number. */
export async function changePicture(database: LocalDatabase, learner: string, avatar: string): Promise<void> {
  const { people } = database;
  await database.transaction('rw', people, async () => {
    const person = await people.get(learner);
    if (person === undefined || person.avatar === avatar) return;
    await people.update(learner, { avatar, number: await freeNumber(database, avatar) });
  });
}

async function freeNumber({ people }: LocalDatabase, avatar: string): Promise<number> {
  const alike = await people.filter((each) => each.avatar === avatar).toArray();
  return Math.max(0, ...alike.map((each) => each.number)) + 1;
}

async function found(database: LocalDatabase, learner: string): Promise<Result<PersonRow, 'gone'>> {
  const row = await database.people.get(learner);
  return row === undefined ? refusal('gone') : success(row);
}
