import { noteReached } from '#lib/local/reachability.ts';
import { exchange as exchangeOnce } from '../platform/exchange.ts';
import type { Frame } from '../wire.ts';

/**
 * The exchange of a device, which notes whether the network is there. Undefined when nothing that speaks the protocol
 * answered — no network, a captive portal's page, a cut answer: the same parcels are sent again later.
 */
export async function exchange(
  endpoint: string,
  parcels: readonly Uint8Array[],
): Promise<readonly Frame[] | undefined> {
  try {
    const frames = await exchangeOnce(endpoint, parcels);
    if (frames !== undefined) noteReached(true);
    return frames;
  } catch {
    noteReached(false);
    return undefined;
  }
}
