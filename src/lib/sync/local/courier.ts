import { retryDelayMs } from '../backoff.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { flush } from './flush.ts';

/** The tag by which the browser wakes the service worker once there is a network. */
export const syncTag = 'jalon-sync';

/** Background Sync, where the browser has it (not yet part of the standard types). */
interface SyncRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

/**
 * Carries the outbox while a page is open: at the start, when the network comes back, when the page is shown again, and
 * after failures with growing random waits. `told` hears after each round. Gives the means to try now and to stop.
 */
export function startCourier(
  database: LocalDatabase,
  told: () => void,
): { readonly now: () => Promise<void>; readonly stop: () => void } {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const round = async (): Promise<void> => {
    clearTimeout(timer);
    const outcome = await flush(database).catch(() => 'pending' as const);
    told();
    failures = outcome === 'empty' ? 0 : failures + 1;
    if (outcome !== 'empty') timer = setTimeout(() => void round(), retryDelayMs(failures, Math.random));
  };
  const fresh = (): void => {
    failures = 0;
    void round();
  };
  const shown = (): void => {
    if (document.visibilityState === 'visible') fresh();
  };
  addEventListener('online', fresh);
  document.addEventListener('visibilitychange', shown);
  void round();
  return {
    now: round,
    stop: () => {
      clearTimeout(timer);
      removeEventListener('online', fresh);
      document.removeEventListener('visibilitychange', shown);
    },
  };
}

/** Asks the browser to wake the service worker when there is a network, even with every page closed; where it can. */
export async function askForBackgroundSync(): Promise<void> {
  try {
    const registration = (await navigator.serviceWorker?.ready) as
      (ServiceWorkerRegistration & SyncRegistration) | undefined;
    await registration?.sync?.register(syncTag);
  } catch {
    // Refused or absent: the open page carries the outbox.
  }
}
