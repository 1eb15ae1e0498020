import { bytesOfBase64url, hex } from '#lib/base/bytes.ts';
import { verify } from '#lib/base/platform/crypto.ts';
import type { IdentityRow, LocalDatabase, ParcelRow } from '#lib/local/database.ts';
import type { OrganisationCertificate } from '#lib/trust/installation.ts';
import { noteTime } from '#lib/trust/local/pinned.ts';
import { openReceipt, type Receipt } from '../receipt.ts';

/** How long a parcel is kept after its receipt, by the server's clock: an organisation may restore a backup. */
const keptForMs = 30 * 24 * 3_600_000;

/** The parcels that this device holds for an organisation. */
export function parcelsFor(database: LocalDatabase, organisation: string): Promise<ParcelRow[]> {
  return database.parcels
    .where('[organisation+device+from]')
    .between([organisation], [organisation, []])
    .toArray();
}

/** Moves the cursor as far as a valid receipt says, by whatever road it came; anything else leaves all as it is. */
export async function acknowledge(
  database: LocalDatabase,
  certificate: OrganisationCertificate,
  bytes: Uint8Array,
): Promise<boolean> {
  const receiptKey = bytesOfBase64url(certificate.receiptKey);
  const receipt = receiptKey && (await openReceipt(bytes, receiptKey, verify));
  if (receipt === undefined || receipt.organisation !== certificate.organisation) return false;
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
