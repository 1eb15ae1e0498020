import type { Kysely } from 'kysely';
import { digest } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Signed } from '#lib/base/signed.ts';
import { organisationCertificate } from '#lib/campaigns/server/organisation-store.ts';
import type { Database } from '#lib/server/schema.ts';
import { makePack, readPack, type PackRefusal } from '../parcel-pack.ts';
import { claimedReceipt } from '../receipt.ts';
import type { ParcelRefusal } from '../wire.ts';
import { takeIn } from './take-in.ts';

/** What came of the parcels of a pack. */
export interface PackIngested {
  /** Parcels that brought something new, those whose events were here already, and those that wait for earlier ones. */
  readonly fresh: number;
  readonly known: number;
  readonly held: number;
  /** How many were refused, by reason. */
  readonly refused: Readonly<Partial<Record<ParcelRefusal['reason'], number>>>;
  /** A pack with the receipts, for whoever brings them back; absent when there is none. */
  readonly receipts?: Uint8Array<ArrayBuffer>;
}

/** Takes the parcels of a pack in, one after the other, as if each had come by the network. */
export async function ingestPack(
  database: Kysely<Database>,
  bytes: Uint8Array,
  now: number,
): Promise<Result<PackIngested, PackRefusal | 'emptyPack'>> {
  const pack = await readPack(bytes, digest);
  if (!pack.ok) return pack;
  if (pack.value.parcels.length === 0) return refusal('emptyPack');
  const { answers, outcomes } = await takeIn(database, pack.value.parcels, now);
  let [fresh, known, held] = [0, 0, 0];
  const refused: Partial<Record<ParcelRefusal['reason'], number>> = {};
  for (const outcome of outcomes) {
    if (outcome.type === 'held') held += 1;
    else if (outcome.type === 'refusal')
      refused[outcome.refusal.reason] = (refused[outcome.refusal.reason] ?? 0) + 1;
    else if (outcome.events > 0) fresh += 1;
    else known += 1;
  }
  const taken = { fresh, known, held, refused };
  const receipts = answers.flatMap((frame) => (frame.type === 'receipt' ? [frame.bytes] : []));
  return success(receipts.length === 0 ? taken : { ...taken, receipts: await packed(database, receipts) });
}

async function packed(
  database: Kysely<Database>,
  receipts: readonly Uint8Array[],
): Promise<Uint8Array<ArrayBuffer>> {
  const certificates: Signed[] = [];
  for (const organisation of new Set(receipts.map((bytes) => claimedReceipt(bytes)?.organisation ?? ''))) {
    const certificate = await organisationCertificate(database, organisation);
    if (certificate !== undefined) certificates.push(certificate);
  }
  return makePack({ parcels: [], receipts, certificates }, digest);
}
