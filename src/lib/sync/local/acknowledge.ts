import { bytesOfBase64url } from '#lib/base/bytes.ts';
import { digest, verify } from '#lib/base/platform/crypto.ts';
import type { IdentityRow, LocalDatabase, OutboxRow, ParcelRow } from '#lib/local/database.ts';
import type { OrganisationCertificate } from '#lib/trust/installation.ts';
import { noteTime } from '#lib/trust/local/pinned.ts';
import { chainStart } from '../chain.ts';
import { openReceipt, type Receipt } from '../receipt.ts';
import { forgetOld, parcelsFor, pastParcelsFor, standsIn } from './kept-parcels.ts';

/**
 * What a receipt did: it moved a cursor; it proves that the organisation holds another history of this device; or it says
 * nothing to this device.
 */
export type Acknowledgement = 'moved' | 'foreign' | 'nothing';

/**
 * Moves the cursor as far as a valid receipt says, by whatever road it came; back, only when the organisation's database was
 * restored since the last one. Anything else leaves all as it is.
 */
export async function acknowledge(
  database: LocalDatabase,
  certificate: OrganisationCertificate,
  bytes: Uint8Array,
): Promise<Acknowledgement> {
  const receiptKey = bytesOfBase64url(certificate.receiptKey);
  const receipt = receiptKey && (await openReceipt(bytes, receiptKey, verify));
  if (receipt === undefined || receipt.organisation !== certificate.organisation) return 'nothing';
  const start = await chainStart(receipt, digest);
  const { identities, parcels, pastParcels, outbox, kept } = database;
  return database.transaction('rw', [identities, parcels, pastParcels, outbox, kept], async () => {
    const done = await move(database, receipt, start);
    if (done === 'moved') await noteTime(database, receipt.organisation, receipt.serverTime);
    return done;
  });
}

async function move(database: LocalDatabase, receipt: Receipt, start: Uint8Array): Promise<Acknowledgement> {
  const { organisation, device } = receipt;
  const identity = await database.identities.get(organisation);
  const parcels = (await parcelsFor(database, organisation)).filter((each) => each.device === device);
  if (identity?.device === device) {
    // What was signed before the database was restored says nothing of what it holds now.
    if (receipt.serverEpoch < (identity.serverEpoch ?? 1)) return 'nothing';
    if (receipt.epoch !== identity.epoch) return movePast(database, receipt, start);
    return moveOwn(database, identity, parcels, receipt, start);
  }
  // Parcels that came along in a backup: this device has neither cursor nor entries for them.
  if (!standsIn(parcels, start, receipt)) return 'nothing';
  await cover(database, parcels, receipt);
  await forgetOld(database, organisation, receipt.serverTime);
  return 'moved';
}

async function moveOwn(
  database: LocalDatabase,
  { refusal: _refusal, ...identity }: IdentityRow,
  parcels: readonly ParcelRow[],
  receipt: Receipt,
  start: Uint8Array,
): Promise<Acknowledgement> {
  const { organisation, upto, serverEpoch } = receipt;
  const isRestored = serverEpoch > (identity.serverEpoch ?? 1);
  const first = parcels[0]?.from ?? identity.headSeq + 1;
  const stands = standsIn(parcels, start, receipt);
  // Before all that is still kept here, nothing tells one history from another.
  const isForeign = !stands && upto >= first;
  if (!stands && !isRestored) return isForeign ? 'foreign' : 'nothing';
  const reached = isForeign ? first - 1 : upto;
  const acknowledged = isRestored ? reached : Math.max(identity.acknowledged, reached);
  await database.identities.put({
    ...identity,
    acknowledged,
    ...(isRestored ? { serverEpoch, isRestored: true } : {}),
  });
  if (isRestored) await uncover(database, parcels, identity, acknowledged);
  if (isForeign) return 'foreign';
  await cover(database, parcels, receipt);
  await entriesOf(database, identity)
    .filter((row) => row.acknowledgedAt === undefined && row.last !== undefined && row.last <= upto)
    .modify({ acknowledgedAt: receipt.serverTime });
  if (!isRestored) await forgetOld(database, organisation, receipt.serverTime);
  return 'moved';
}

async function movePast(
  database: LocalDatabase,
  receipt: Receipt,
  start: Uint8Array,
): Promise<Acknowledgement> {
  const past = (await pastParcelsFor(database, receipt.organisation)).filter(
    (each) => each.device === receipt.device && each.epoch === receipt.epoch,
  );
  return standsIn(past, start, receipt) ? 'moved' : 'nothing';
}

async function cover(
  database: LocalDatabase,
  parcels: readonly ParcelRow[],
  { upto, serverTime }: Receipt,
): Promise<void> {
  await database.parcels.bulkPut(
    parcels.filter(({ to }) => to <= upto).map((each) => ({ acknowledgedAt: serverTime, ...each })),
  );
}

/** What a restored database no longer holds, and is kept here, waits again. */
async function uncover(
  database: LocalDatabase,
  parcels: readonly ParcelRow[],
  identity: IdentityRow,
  acknowledged: number,
): Promise<void> {
  await database.parcels.bulkPut(
    parcels
      .filter(({ to }) => to > acknowledged)
      .map(({ acknowledgedAt: _acknowledgedAt, ...parcel }) => parcel),
  );
  await entriesOf(database, identity)
    .filter(({ last = 0 }) => last > acknowledged && last >= (parcels[0]?.from ?? Infinity))
    .modify((row: { -readonly [Name in keyof OutboxRow]: OutboxRow[Name] }) => {
      delete row.acknowledgedAt;
    });
}

function entriesOf(database: LocalDatabase, { organisation, epoch }: IdentityRow) {
  return database.outbox
    .where('organisation')
    .equals(organisation)
    .filter((row) => (row.epoch ?? 1) === epoch);
}
