const probeTimeoutMs = 10_000;
/** How long an answer counts as proof that the server can be reached. */
const proofMs = 60_000;

let reachedAt = -Infinity;

/** What a round of sending came to: nothing left, something still to send, or no way through at present. */
export type RoundOutcome = 'empty' | 'pending' | 'noNetwork';

/**
 * Whether the server itself answers — not a captive portal, not a dead access point that the browser takes for a network.
 * Asked before anything leaves, so that what cannot leave yet can still be cancelled; a recent answer is proof enough.
 */
export async function isReachable(endpoint: string): Promise<boolean> {
  if (navigator.onLine === false) return false;
  if (performance.now() - reachedAt < proofMs) return true;
  try {
    const signal = AbortSignal.timeout(probeTimeoutMs);
    const answer = await fetch(`${endpoint}/api/health`, { cache: 'no-store', credentials: 'omit', signal });
    const health = (await answer.json()) as { readonly status?: unknown };
    if (health.status !== 'ok') return false;
    noteReached(true);
    return true;
  } catch {
    return false;
  }
}

/** Notes that a server answered just now, or that it did not. */
export function noteReached(isReached: boolean): void {
  reachedAt = isReached ? performance.now() : -Infinity;
}
