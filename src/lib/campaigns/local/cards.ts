import { verify } from '#lib/base/platform/crypto.ts';
import { refusal, type Result } from '#lib/base/result.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import { cardTextOf, openCard, type Card, type CardRefusal } from '../card.ts';
import { knownTimes, pinnedInstallation } from '#lib/trust/local/pinned.ts';

/** Reads a card that came as a link, a picture or a file, checks it with no network, and keeps it on the device. */
export async function keepCard(
  database: LocalDatabase,
  text: string,
): Promise<Result<Card, CardRefusal | StorageFailure | 'notPrepared'>> {
  const installation = await pinnedInstallation(database);
  if (installation === undefined) return refusal('notPrepared');
  const opened = await openCard(text, installation.root, await knownTimes(database), verify);
  if (opened.ok) {
    const { organisation, campaign, code } = opened.value.campaign;
    try {
      await database.cards.put({ organisation, campaign, code, text: cardTextOf(text) });
    } catch (error) {
      return refusal(storageFailureOf(error));
    }
  }
  return opened;
}

/** The kept card of a campaign; undefined when the device never held it or it no longer opens. */
export async function keptCard(
  database: LocalDatabase,
  organisation: string,
  campaign: string,
): Promise<Card | undefined> {
  const row = await database.cards.get([organisation, campaign]);
  const installation = row && (await pinnedInstallation(database));
  if (row === undefined || installation === undefined) return undefined;
  // What was joined in time stays joined: a kept card is opened whatever the time.
  const opened = await openCard(row.text, installation.root, {}, verify);
  return opened.ok ? opened.value : undefined;
}

export type CodeRefusal =
  CardRefusal | StorageFailure | 'notPrepared' | 'noNetwork' | 'unknownCode' | 'closedCode' | 'tooMany';

/** The card behind a nine-character code: one that the device holds, else asked of the server. `noNetwork` when neither can be had now. */
export async function cardOfCode(database: LocalDatabase, code: string): Promise<Result<Card, CodeRefusal>> {
  const held = await database.cards.where('code').equals(code).first();
  if (held !== undefined) return keepCard(database, held.text);
  let answer: Response;
  try {
    answer = await fetch(`/api/cards/${code}`, { cache: 'no-store' });
  } catch {
    return refusal('noNetwork');
  }
  if (answer.status === 404) return refusal('unknownCode');
  if (answer.status === 410) return refusal('closedCode');
  if (answer.status === 429) return refusal('tooMany');
  if (!answer.ok) return refusal('noNetwork');
  const text = await answer.text();
  const kept = await keepCard(database, text);
  // A captive portal answers with a page of its own: that is no network, not a wrong code.
  return !kept.ok && kept.reason === 'notACard' ? refusal('noNetwork') : kept;
}
