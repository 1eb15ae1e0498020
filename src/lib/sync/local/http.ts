import { contentType, packFrames, readFrames, type Frame } from '../wire.ts';

const timeoutMs = 60_000;
const probeTimeoutMs = 10_000;
/** How long an answer counts as proof that the server can be reached. */
const proofMs = 60_000;

let reachedAt = -Infinity;

/**
 * Whether the server itself answers — not a captive portal, not a dead access point that the browser takes for a network.
 * Asked before anything is sealed, so that what cannot leave yet can still be cancelled; a recent answer is proof enough.
 */
export async function isReachable(endpoint: string): Promise<boolean> {
  if (navigator.onLine === false) return false;
  if (performance.now() - reachedAt < proofMs) return true;
  try {
    const signal = AbortSignal.timeout(probeTimeoutMs);
    const answer = await fetch(`${endpoint}/api/health`, { cache: 'no-store', credentials: 'omit', signal });
    const health = (await answer.json()) as { readonly status?: unknown };
    if (health.status !== 'ok') return false;
    reachedAt = performance.now();
    return true;
  } catch {
    return false;
  }
}

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
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.headers.get('content-type')?.startsWith(contentType)) return undefined;
    const frames = readFrames(new Uint8Array(await answer.arrayBuffer()));
    if (frames !== undefined) reachedAt = performance.now();
    return frames;
  } catch {
    reachedAt = -Infinity;
    return undefined;
  }
}
