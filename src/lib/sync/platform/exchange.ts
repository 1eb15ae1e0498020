import { contentType, packFrames, readFrames, type Frame } from '../wire.ts';

const timeoutMs = 60_000;

/**
 * One round trip of a device or a relay: parcels up, receipts and refusals down. Undefined when what answered does not speak
 * the protocol — a captive portal's page, a server in trouble; rejects when nothing answered.
 */
export async function exchange(
  endpoint: string,
  parcels: readonly Uint8Array[],
): Promise<readonly Frame[] | undefined> {
  const answer = await fetch(`${endpoint}/api/sync`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: packFrames(parcels.map((bytes) => ({ type: 'parcel', bytes }))),
    credentials: 'omit',
    // On a weak network each byte counts: what is posted is kept by no cache, and says by itself for whom it is.
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.headers.get('content-type')?.startsWith(contentType)) return undefined;
  return readFrames(new Uint8Array(await answer.arrayBuffer()));
}
