import { noteReached } from '#lib/local/reachability.ts';
import { contentType, packFrames, readFrames, type Frame } from '../wire.ts';

const timeoutMs = 60_000;
/**
 * One round trip: parcels up, receipts and refusals down. Undefined when nothing that speaks the protocol answered — no
 * network, a captive portal's page, a cut answer, a server in trouble: the same parcels are sent again later.
 */
export async function exchange(
  endpoint: string,
  parcels: readonly Uint8Array[],
): Promise<readonly Frame[] | undefined> {
  try {
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
    const frames = readFrames(new Uint8Array(await answer.arrayBuffer()));
    if (frames !== undefined) noteReached(true);
    return frames;
  } catch {
    noteReached(false);
    return undefined;
  }
}
