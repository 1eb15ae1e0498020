import type { Kysely } from 'kysely';
import { digest } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Signed } from '#lib/base/signed.ts';
import { certificateIn } from '#lib/campaigns/card.ts';
import type { Database } from '#lib/server/schema.ts';
import { makePack, readPack, type PackRefusal } from '../parcel-pack.ts';
import { readEnvelope } from '../parcel.ts';
import { claimedReceipt } from '../receipt.ts';
import type { ParcelRefusal } from '../wire.ts';
import { ingest } from './ingest.ts';

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
  let [fresh, known, held] = [0, 0, 0];
  const refused: Partial<Record<ParcelRefusal['reason'], number>> = {};
  const receipts = new Map<string, Uint8Array>();
  for (const parcel of pack.value.parcels) {
    const before = await headOf(database, parcel);
    const ingested = await ingest(database, parcel, now);
    if (ingested.type === 'held') held += 1;
    if (ingested.type === 'refusal')
      refused[ingested.refusal.reason] = (refused[ingested.refusal.reason] ?? 0) + 1;
    if (ingested.type !== 'receipt') continue;
    if ((claimedReceipt(ingested.bytes)?.upto ?? 0) > before) fresh += 1;
    else known += 1;
    // The later one covers more.
    receipts.set(ingested.bytes.subarray(3, 27).join(), ingested.bytes);
  }
  const taken = { fresh, known, held, refused };
  return success(
    receipts.size === 0 ? taken : { ...taken, receipts: await packed(database, [...receipts.values()]) },
  );
}

/** How far the chain of a parcel's device is held before it is taken in. */
async function headOf(database: Kysely<Database>, parcel: Uint8Array): Promise<number> {
  const envelope = readEnvelope(parcel);
  const row =
    envelope &&
    (await database
      .selectFrom('device')
      .where('organisation', '=', envelope.organisation)
      .where('device', '=', envelope.device)
      .select('head_seq')
      .orderBy('epoch', 'desc')
      .executeTakeFirst());
  return row?.head_seq ?? 0;
}

async function packed(
  database: Kysely<Database>,
  receipts: readonly Uint8Array[],
): Promise<Uint8Array<ArrayBuffer>> {
  const certificates: Signed[] = [];
  for (const organisation of new Set(receipts.map((bytes) => claimedReceipt(bytes)?.organisation ?? ''))) {
    const campaign = await database
      .selectFrom('campaign')
      .where('organisation', '=', organisation)
      .select('card')
      .executeTakeFirst();
    const certificate = campaign && certificateIn(campaign.card);
    if (certificate !== undefined) certificates.push(certificate);
  }
  return makePack({ parcels: [], receipts, certificates }, digest);
}
