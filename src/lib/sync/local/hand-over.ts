import { digest } from '#lib/base/platform/crypto.ts';
import type { Signed } from '#lib/base/signed.ts';
import { keptCard } from '#lib/campaigns/local/cards.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { makePack, parcelsThatFit } from '../parcel-pack.ts';
import { largestSeries } from '../picture-series.ts';
import { servingCard, signedCertificate } from './certificates.ts';
import { campaignsToServe } from './flush.ts';
import { isUnconfirmed } from './outbox.ts';
import { CancelledMeanwhile, packWaiting } from './pack.ts';

/** A pack as people carry it: the file, and what pictures show; undefined where there are too many for pictures. */
export interface Packed {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly pictures: Uint8Array<ArrayBuffer> | undefined;
  /** How many parcels and receipts are in it. */
  readonly parcels: number;
  readonly receipts: number;
}

/** How many of this device's results have no receipt yet, and for whom: what could be handed over. Nothing is sealed for that. */
export async function waitingToHandOver(
  database: LocalDatabase,
): Promise<{ readonly count: number; readonly names: readonly string[] }> {
  const served = await campaignsToServe(database);
  const entries = await database.outbox.filter(isUnconfirmed).count();
  const parcels = await database.parcels.filter((row) => row.acknowledgedAt === undefined).count();
  const cards = await Promise.all(
    [...served].map(([organisation, campaign]) => keptCard(database, organisation, campaign)),
  );
  const names = cards.flatMap((card) => card?.organisation.name ?? []);
  return { count: Math.max(entries, parcels), names: [...new Set(names)] };
}

/**
 * Puts what waits on this device into parcels, the very ones that the network would take, and packs all that have no
 * receipt. From then on an entry has left; only a receipt says that it was received.
 */
export function packOwn(database: LocalDatabase): Promise<Packed> {
  return navigator.locks.request('jalon-sync', async () => {
    for (const [organisation, campaign] of await campaignsToServe(database)) {
      const card = await servingCard(database, organisation, campaign);
      if (card !== undefined) await packSettled(database, card);
    }
    const own = await database.parcels.filter((row) => row.acknowledgedAt === undefined).toArray();
    return packed(database, own, []);
  });
}

/** Packs what is carried for others, with the receipts that came for them. */
export async function packCarried(database: LocalDatabase): Promise<Packed> {
  return packed(database, await database.carried.toArray(), await database.receipts.toArray());
}

/** Packs the receipts alone, for the devices that wait for them. */
export async function packReceipts(database: LocalDatabase): Promise<Packed> {
  return packed(database, [], await database.receipts.toArray());
}

async function packSettled(database: LocalDatabase, card: Parameters<typeof packWaiting>[1]): Promise<void> {
  try {
    await packWaiting(database, card);
  } catch (error) {
    if (!(error instanceof CancelledMeanwhile)) throw error;
    await packSettled(database, card);
  }
}

interface Row {
  readonly organisation: string;
  readonly bytes: Uint8Array;
}

async function packed(
  database: LocalDatabase,
  parcelRows: readonly Row[],
  receiptRows: readonly Row[],
): Promise<Packed> {
  const parcels = parcelsThatFit(parcelRows.map(({ bytes }) => bytes));
  const receipts = receiptRows.map(({ bytes }) => bytes);
  const certificates: Signed[] = [];
  for (const organisation of new Set([...parcelRows, ...receiptRows].map((row) => row.organisation))) {
    const signed = await signedCertificate(database, organisation);
    if (signed !== undefined) certificates.push({ body: signed.body, signature: signed.signature });
  }
  const file = await makePack({ parcels, receipts, certificates }, digest);
  // One parcel alone is one still picture, but for the certificate: whoever carries it asks where the application came from.
  const isAlone = parcels.length + receipts.length === 1;
  const bare = isAlone ? await makePack({ parcels, receipts, certificates: [] }, digest) : file;
  return {
    file,
    pictures: bare.length <= largestSeries ? bare : undefined,
    parcels: parcels.length,
    receipts: receipts.length,
  };
}
