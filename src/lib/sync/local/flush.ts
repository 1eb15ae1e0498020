import type { Card } from '#lib/campaigns/card.ts';
import { keptCard } from '#lib/campaigns/local/cards.ts';
import type { LocalDatabase, ParcelRow } from '#lib/local/database.ts';
import { isReachable, type RoundOutcome } from '#lib/local/reachability.ts';
import { sendReports } from '#lib/reports/local/send-reports.ts';
import { loadsOf, type ParcelRefusal } from '../wire.ts';
import { acknowledge, parcelsFor } from './acknowledge.ts';
import { exchange } from './http.ts';
import { CancelledMeanwhile, packWaiting } from './pack.ts';
import { passOn } from './pass-on.ts';

/**
 * Sends all that waits: parcels, in one request an organisation, moving the cursors that valid receipts cover; what is carried
 * for others; then reports.
 * One round at a time over tabs and the service worker, by a Web Lock. It never reads a learner's journal.
 */
export function flush(database: LocalDatabase): Promise<RoundOutcome> {
  return navigator.locks.request('jalon-sync', async () => {
    const parcels = await flushAll(database);
    const carried = parcels === 'noNetwork' ? parcels : await passOn(database);
    const reports = await sendReports(database);
    return [parcels, carried].find((outcome) => outcome !== 'empty') ?? reports;
  });
}

async function flushAll(database: LocalDatabase): Promise<RoundOutcome> {
  let outcome: RoundOutcome = 'empty';
  for (const [organisation, campaign] of await campaignsToServe(database)) {
    const card = await keptCard(database, organisation, campaign);
    // A card that no longer opens (the device changed installation) cannot carry: it is not done, either.
    if (card === undefined) {
      outcome = 'pending';
      continue;
    }
    const result = await flushOne(database, card);
    if (result === 'noNetwork') return result;
    if (result === 'pending') outcome = 'pending';
  }
  return outcome;
}

/** By organisation that something waits for, a campaign whose card leads to it: of an entry, or of parcels that came along in a backup. */
export async function campaignsToServe(database: LocalDatabase): Promise<ReadonlyMap<string, string>> {
  const entries = await database.outbox.filter((row) => row.acknowledgedAt === undefined).toArray();
  const parcels = await database.parcels.filter((row) => row.acknowledgedAt === undefined).toArray();
  const waited = new Set(parcels.map(({ organisation }) => organisation));
  const cards = await database.cards.filter(({ organisation }) => waited.has(organisation)).toArray();
  return new Map([...cards, ...entries].map(({ organisation, campaign }) => [organisation, campaign]));
}

async function flushOne(database: LocalDatabase, card: Card): Promise<RoundOutcome> {
  const { organisation, endpoint } = card.organisation;
  if (!(await isReachable(endpoint))) return 'noNetwork';
  try {
    await packWaiting(database, card);
  } catch (error) {
    if (error instanceof CancelledMeanwhile) return 'pending';
    throw error;
  }
  const parcels = (await parcelsFor(database, organisation)).filter(
    (parcel) => parcel.acknowledgedAt === undefined,
  );
  if (parcels.length === 0) return 'empty';
  return send(database, card, parcels);
}

/** Sends every parcel that is still kept for an organisation once more; the server knows them and counts each once. */
export function sendAgain(database: LocalDatabase, card: Card): Promise<RoundOutcome> {
  return navigator.locks.request('jalon-sync', async () => {
    const parcels = await parcelsFor(database, card.organisation.organisation);
    return parcels.length === 0 ? 'empty' : send(database, card, parcels);
  });
}

async function send(
  database: LocalDatabase,
  card: Card,
  parcels: readonly ParcelRow[],
): Promise<RoundOutcome> {
  const { organisation, endpoint } = card.organisation;
  for (const load of loadsOf(parcels.map((parcel) => parcel.bytes))) {
    const frames = await exchange(endpoint, load);
    if (frames === undefined) return 'noNetwork';
    for (const frame of frames) {
      if (frame.type === 'receipt') await acknowledge(database, card.organisation, frame.bytes);
      if (frame.type === 'refusal') await noteRefusal(database, organisation, frame.refusal);
    }
  }
  return (await campaignsToServe(database)).has(organisation) ? 'pending' : 'empty';
}

async function noteRefusal(
  database: LocalDatabase,
  organisation: string,
  refusal: ParcelRefusal,
): Promise<void> {
  await database.identities.where('organisation').equals(organisation).modify({ refusal: refusal.reason });
}
