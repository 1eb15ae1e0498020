/// <reference lib="webworker" />
import type { PrecacheController } from 'workbox-precaching';
import type { ShellState } from '#lib/local/shell.ts';

// A file waits mostly for the road there and back: several travel at once, and connections are left to the page.
const lanes = 4;

/**
 * Fetches each file that is not kept yet, checks it by its digest, and tells after each how many of how many are here.
 * Rejects as soon as one cannot be kept; those that are stay, so that the next try goes on from there.
 */
export async function keepShell(
  controller: PrecacheController,
  event: ExtendableEvent,
  told: (state: ShellState) => void,
): Promise<void> {
  const files = [...controller.getURLsToCacheKeys()];
  const total = files.length;
  let [next, whole] = [0, 0];
  const travel = async (): Promise<void> => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) {
      await keep(controller, event, file);
      whole += 1;
      told({ whole, total });
    }
  };
  await Promise.all(Array.from({ length: lanes }, travel));
}

async function keep(
  controller: PrecacheController,
  event: ExtendableEvent,
  [url, cacheKey]: readonly [string, string],
): Promise<void> {
  const integrity = controller.getIntegrityForCacheKey(cacheKey);
  // A name without a digest may stand for an older file in the browser's own cache.
  const cache = cacheKey === url ? 'default' : 'reload';
  const request = new Request(url, { cache, credentials: 'same-origin', ...(integrity && { integrity }) });
  await Promise.all(controller.strategy.handleAll({ params: { cacheKey }, request, event }));
}
