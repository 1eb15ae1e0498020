import type { Kysely } from 'kysely';
import { organisationCertificate } from '#lib/campaigns/server/organisation-store.ts';
import type { Database } from '#lib/server/schema.ts';
import { certificateFrame } from '../certificate-frame.ts';
import type { Frame } from '../wire.ts';
import { ingest, type Ingested } from './ingest.ts';

/** What is answered to a request, and what came of each of its parcels. */
export interface TakenIn {
  readonly answers: readonly Frame[];
  readonly outcomes: readonly Ingested[];
}

/**
 * Takes the parcels of one request in, one after the other. The answer holds, for each device, its latest receipt, by each
 * key; each refusal; and who an organisation is now, for those that sealed to a key which it replaced.
 */
export async function takeIn(
  database: Kysely<Database>,
  parcels: readonly Uint8Array[],
  now: number,
): Promise<TakenIn> {
  const outcomes: Ingested[] = [];
  const refusals: Frame[] = [];
  const receipts = new Map<string, readonly Uint8Array[]>();
  const renewed = new Set<string>();
  for (const bytes of parcels) {
    const ingested = await ingest(database, bytes, now);
    outcomes.push(ingested);
    if (ingested.type === 'receipt') {
      const { bytes: latest, older, partial } = ingested;
      // The later one covers more.
      receipts.set(writerIn(latest), [...partial, latest, ...older]);
      if (ingested.isOldKey) renewed.add(ingested.organisation);
      continue;
    }
    const [first] = ingested.receipts;
    // Of several parcels past a fork the one that says where it is counts; any is told rather than none: a device must learn
    // that the server was restored, or holds another history.
    if (first !== undefined && (isExact(ingested) || !receipts.has(writerIn(first))))
      receipts.set(writerIn(first), ingested.receipts);
    if (ingested.type === 'refusal') refusals.push({ type: 'refusal', refusal: ingested.refusal });
  }
  const certificates = await Promise.all(
    [...renewed].map((organisation) => organisationCertificate(database, organisation)),
  );
  return {
    answers: [
      ...certificates.flatMap((signed) => (signed === undefined ? [] : [certificateFrame(signed)])),
      ...[...receipts.values()].flat().map((bytes): Frame => ({ type: 'receipt', bytes })),
      ...refusals,
    ],
    outcomes,
  };
}

function isExact(ingested: Ingested): boolean {
  return ingested.type === 'refusal' && ingested.refusal.head !== undefined;
}

function writerIn(receipt: Uint8Array): string {
  return receipt.subarray(3, 27).join();
}
