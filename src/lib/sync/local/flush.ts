import { bytesOfBase64url, hex } from '#lib/base/bytes.ts';
import { verify } from '#lib/base/platform/crypto.ts';
import type { Card } from '#lib/campaigns/card.ts';
import { keptCard } from '#lib/campaigns/local/cards.ts';
import type { IdentityRow, LocalDatabase, ParcelRow } from '#lib/local/database.ts';
import { isReachable, type RoundOutcome } from '#lib/local/reachability.ts';
import { sendReports } from '#lib/reports/local/send-reports.ts';
import { noteTime } from '#lib/trust/local/pinned.ts';
import { openReceipt, type Receipt } from '../receipt.ts';
import { loadsOf, type ParcelRefusal } from '../wire.ts';
import { CancelledMeanwhile, packWaiting } from './pack.ts';
import { exchange } from './http.ts';

/** How long a parcel is kept after its receipt, by the server's clock: an organisation may restore a backup. */
const keptForMs = 30 * 24 * 3_600_000;

/**
 * Sends all that waits: parcels, in one request an organisation, moving the cursors that valid receipts cover; then reports.
 * One round at a time over tabs and the service worker, by a Web Lock. It never reads a learner's journal.
 */
export function flush(database: LocalDatabase): Promise<RoundOutcome> {
  return navigator.locks.request('jalon-sync', async () => {
    const parcels = await flushAll(database);
    const reports = await sendReports(database);
    return parcels === 'empty' ? reports : parcels;
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
async function campaignsToServe(database: LocalDatabase): Promise<ReadonlyMap<string, string>> {
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

function parcelsFor(database: LocalDatabase, organisation: string): Promise<ParcelRow[]> {
  return database.parcels
    .where('[organisation+device+from]')
    .between([organisation], [organisation, []])
    .toArray();
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
      if (frame.type === 'receipt') await acknowledge(database, card, frame.bytes);
      if (frame.type === 'refusal') await noteRefusal(database, organisation, frame.refusal);
    }
  }
  return (await campaignsToServe(database)).has(organisation) ? 'pending' : 'empty';
}

/** Moves the cursor as far as a valid receipt says, by whatever road it came; anything else leaves all as it is. */
async function acknowledge(database: LocalDatabase, card: Card, bytes: Uint8Array): Promise<boolean> {
  const receiptKey = bytesOfBase64url(card.organisation.receiptKey);
  const receipt = receiptKey && (await openReceipt(bytes, receiptKey, verify));
  if (receipt === undefined || receipt.organisation !== card.organisation.organisation) return false;
  const tables = [database.identities, database.parcels, database.outbox, database.kept];
  return database.transaction('rw', tables, () => move(database, receipt));
}

async function move(database: LocalDatabase, receipt: Receipt): Promise<boolean> {
  const identity = await database.identities.get(receipt.organisation);
  const isOwn = identity?.device === receipt.device;
  if (isOwn && identity.epoch !== receipt.epoch) return false;
  const parcels = (await parcelsFor(database, receipt.organisation)).filter(
    (each) => each.device === receipt.device,
  );
  const last = parcels.find((parcel) => parcel.to === receipt.upto);
  if (last === undefined || hex(last.head) !== receipt.head) return false;
  const covered = parcels.filter((parcel) => parcel.to <= receipt.upto);
  const stale = covered.filter((each) => receipt.serverTime - (each.acknowledgedAt ?? Infinity) > keptForMs);
  await database.parcels.bulkPut(covered.map((each) => ({ acknowledgedAt: receipt.serverTime, ...each })));
  await database.parcels.bulkDelete(
    stale.map(({ organisation, device, from }) => [organisation, device, from]),
  );
  if (isOwn) await moveOwn(database, identity, receipt);
  await noteTime(database, receipt.organisation, receipt.serverTime);
  return true;
}

/** The cursor and the entries of this device's own chain; a parcel that came along has neither here. */
async function moveOwn(database: LocalDatabase, identity: IdentityRow, receipt: Receipt): Promise<void> {
  const { refusal: _refusal, ...rest } = identity;
  await database.identities.put({ ...rest, acknowledged: Math.max(identity.acknowledged, receipt.upto) });
  await database.outbox
    .where('organisation')
    .equals(receipt.organisation)
    .filter((row) => row.acknowledgedAt === undefined && row.last !== undefined && row.last <= receipt.upto)
    .modify({ acknowledgedAt: receipt.serverTime, body: new Uint8Array(0) });
}

async function noteRefusal(
  database: LocalDatabase,
  organisation: string,
  refusal: ParcelRefusal,
): Promise<void> {
  await database.identities.where('organisation').equals(organisation).modify({ refusal: refusal.reason });
}
