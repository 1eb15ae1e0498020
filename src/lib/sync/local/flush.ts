import type { Card } from '#lib/campaigns/card.ts';
import type { IdentityRow, LocalDatabase, ParcelRow } from '#lib/local/database.ts';
import { isReachable, type RoundOutcome } from '#lib/local/reachability.ts';
import { sendReports } from '#lib/reports/local/send-reports.ts';
import { loadsOf, type ParcelRefusal } from '../wire.ts';
import { certificatesIn } from '../certificate-frame.ts';
import { acknowledge } from './acknowledge.ts';
import { keepCertificates, servingCard } from './certificates.ts';
import { exchange } from './http.ts';
import { parcelsFor, pastParcelsFor } from './kept-parcels.ts';
import { beginEpoch } from './new-epoch.ts';
import { isUnconfirmed } from './outbox.ts';
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
    const card = await servingCard(database, organisation, campaign);
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
  const entries = await database.outbox.filter(isUnconfirmed).toArray();
  const parcels = await database.parcels.filter((row) => row.acknowledgedAt === undefined).toArray();
  const restored = await database.identities.filter((row) => row.isRestored === true).toArray();
  const waited = new Set([...parcels, ...restored].map(({ organisation }) => organisation));
  const cards = await database.cards.filter(({ organisation }) => waited.has(organisation)).toArray();
  return new Map([...cards, ...entries].map(({ organisation, campaign }) => [organisation, campaign]));
}

// A restored server, then a fork, then the new epoch, with one to spare: more would be a server that never agrees.
const mostRounds = 4;

async function flushOne(database: LocalDatabase, card: Card): Promise<RoundOutcome> {
  const { organisation, endpoint } = card.organisation;
  if (!(await isReachable(endpoint))) return 'noNetwork';
  for (let round = 1; ; round += 1) {
    await closeGap(database, organisation);
    try {
      await packWaiting(database, card);
    } catch (error) {
      if (error instanceof CancelledMeanwhile) return 'pending';
      throw error;
    }
    const identity = await database.identities.get(organisation);
    const past = identity?.isRestored === true ? await pastParcelsFor(database, organisation) : [];
    const waiting = (await parcelsFor(database, organisation)).filter(
      (parcel) => parcel.acknowledgedAt === undefined,
    );
    if (past.length + waiting.length === 0) return 'empty';
    const outcome = await send(database, card, [...past, ...waiting]);
    const now = await database.identities.get(organisation);
    const isSettled = now?.epoch === identity?.epoch && now?.serverEpoch === identity?.serverEpoch;
    if (outcome === 'noNetwork') return outcome;
    if (now?.isRestored === true && isSettled) {
      await database.identities.put({ ...now, isRestored: false });
    }
    if (isSettled || round === mostRounds) return stateOf(database, organisation);
  }
}

async function stateOf(database: LocalDatabase, organisation: string): Promise<'pending' | 'empty'> {
  return (await campaignsToServe(database)).has(organisation) ? 'pending' : 'empty';
}

/** A restored server may hold less than what is before all that is kept here: nothing here can close that gap. */
async function closeGap(database: LocalDatabase, organisation: string): Promise<void> {
  const identity = await database.identities.get(organisation);
  if (identity !== undefined && identity.acknowledged < (await firstKept(database, identity)) - 1)
    await beginEpoch(database, organisation);
}

async function firstKept(
  database: LocalDatabase,
  { organisation, device, headSeq }: IdentityRow,
): Promise<number> {
  const own = (await parcelsFor(database, organisation)).filter((parcel) => parcel.device === device);
  return own[0]?.from ?? headSeq + 1;
}

/** Sends every parcel that is still kept for an organisation once more; the server knows them and counts each once. */
export function sendAgain(database: LocalDatabase, card: Card): Promise<RoundOutcome> {
  return navigator.locks.request('jalon-sync', async () => {
    const { organisation, campaign } = card.campaign;
    const serving = await servingCard(database, organisation, campaign);
    const parcels = [
      ...(await pastParcelsFor(database, organisation)),
      ...(await parcelsFor(database, organisation)),
    ];
    if (serving === undefined || parcels.length === 0) return 'empty';
    const outcome = await send(database, serving, parcels);
    return outcome === 'pending' ? flushOne(database, serving) : outcome;
  });
}

async function send(
  database: LocalDatabase,
  card: Card,
  parcels: readonly ParcelRow[],
): Promise<RoundOutcome> {
  const { organisation, campaign } = card.campaign;
  let certificate = card.organisation;
  const refusals: ParcelRefusal[] = [];
  let isForeign = false;
  for (const load of loadsOf(parcels.map((parcel) => parcel.bytes))) {
    const frames = await exchange(certificate.endpoint, load);
    if (frames === undefined) return 'noNetwork';
    await keepCertificates(database, certificatesIn(frames));
    certificate = (await servingCard(database, organisation, campaign))?.organisation ?? certificate;
    for (const frame of frames) {
      if (frame.type === 'refusal') refusals.push(frame.refusal);
      if (frame.type === 'receipt' && (await acknowledge(database, certificate, frame.bytes)) === 'foreign')
        isForeign = true;
    }
  }
  await settleRefusals(database, organisation, parcels, refusals, isForeign);
  return stateOf(database, organisation);
}

/**
 * At a fork that a receipt of the organisation proves, a new epoch begins after the last event that both sides hold; where
 * that place is not known, only when all that is kept was sent. Any other refusal is noted, and told on the page.
 */
async function settleRefusals(
  database: LocalDatabase,
  organisation: string,
  parcels: readonly ParcelRow[],
  refusals: readonly ParcelRefusal[],
  isForeign: boolean,
): Promise<void> {
  const identity = await database.identities.get(organisation);
  const own = refusals.filter(({ device }) => device === undefined || device === identity?.device);
  const forks = own.filter(({ reason }) => reason === 'forked');
  const fork = forks.find(({ head }) => head !== undefined) ?? forks[0];
  if (identity !== undefined && fork !== undefined && isForeign) {
    const first = await firstKept(database, identity);
    const isWhole = parcels.some(({ device, from }) => device === identity.device && from === first);
    const isKnown = fork.head !== undefined && fork.upto === identity.acknowledged;
    if (isKnown || (isWhole && identity.acknowledged === first - 1)) {
      await beginEpoch(database, organisation);
      return;
    }
  }
  const [refusal] = own;
  if (refusal !== undefined)
    await database.identities.where('organisation').equals(organisation).modify({ refusal: refusal.reason });
}
