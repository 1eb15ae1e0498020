import { hex } from '#lib/base/bytes.ts';
import type { LocalDatabase, ParcelRow, PastParcelRow } from '#lib/local/database.ts';
import type { Receipt } from '../receipt.ts';

/** How long what was received is kept, by the server's clock: an organisation may restore a backup. */
const keptForMs = 30 * 24 * 3_600_000;
const hashLength = 32;

/** The parcels that this device holds for an organisation, in order: of its present epoch, and those that came along in a backup. */
export function parcelsFor(database: LocalDatabase, organisation: string): Promise<ParcelRow[]> {
  return database.parcels
    .where('[organisation+device+from]')
    .between([organisation], [organisation, []])
    .toArray();
}

/** Those of the device's earlier epochs. */
export function pastParcelsFor(database: LocalDatabase, organisation: string): Promise<PastParcelRow[]> {
  return database.pastParcels
    .where('[organisation+device+epoch+from]')
    .between([organisation], [organisation, []])
    .toArray();
}

/** Whether a receipt names a place in the chain of some parcels: its end or between two events, or before the first of all. */
export function standsIn(
  parcels: readonly ParcelRow[],
  start: Uint8Array,
  { upto, head }: Pick<Receipt, 'upto' | 'head'>,
): boolean {
  if (upto === 0) return hex(start) === head;
  const parcel = parcels.find(({ from, to }) => from <= upto && upto <= to);
  if (parcel === undefined) return false;
  const at = (upto - parcel.from) * hashLength;
  const hash = upto === parcel.to ? parcel.head : parcel.hashes?.subarray(at, at + hashLength);
  return hash !== undefined && hex(hash) === head;
}

/** Forgets what was received more than thirty days before `now`, by the server's clock: parcels, and what entries said. */
export async function forgetOld(database: LocalDatabase, organisation: string, now: number): Promise<void> {
  const isOld = ({ acknowledgedAt }: { readonly acknowledgedAt?: number }): boolean =>
    now - (acknowledgedAt ?? Infinity) > keptForMs;
  const [parcels, past] = [
    await parcelsFor(database, organisation),
    await pastParcelsFor(database, organisation),
  ];
  await database.parcels.bulkDelete(
    parcels.filter(isOld).map(({ device, from }) => [organisation, device, from]),
  );
  await database.pastParcels.bulkDelete(
    past.filter(isOld).map(({ device, epoch, from }) => [organisation, device, epoch, from]),
  );
  await database.outbox
    .where('organisation')
    .equals(organisation)
    .filter((row) => isOld(row) && row.body.length > 0)
    .modify({ body: new Uint8Array(0) });
}
