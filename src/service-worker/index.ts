/// <reference lib="webworker" />
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { localDatabase } from '#lib/local/database.ts';
import type { ShellNews, ShellRequest, ShellState } from '#lib/local/shell.ts';
import { syncTag } from '#lib/sync/local/courier.ts';
import { flush } from '#lib/sync/local/flush.ts';
import { cacheName, shell } from './cache-tiers.ts';
import { keepShell } from './keep-shell.ts';

declare const self: ServiceWorkerGlobalScope;

/** Static routes of a service worker (W3C Service Workers, 2024), which not every browser has. */
interface RoutedInstallEvent extends ExtendableEvent {
  addRoutes?(rule: {
    readonly condition: { readonly urlPattern: URLPattern };
    readonly source: { readonly cacheName: string };
  }): Promise<void>;
}

const controller = new PrecacheController({ cacheName });
controller.addToCacheList([...shell]);
registerRoute(
  new PrecacheRoute(controller, {
    // A page is the same whatever follows the question mark: what it shows comes from the device.
    ignoreURLParametersMatching: [/.*/],
    cleanURLs: true,
  }),
);

// No skipWaiting here: a newer version waits until a page that is not in an attempt lets it in, or all are closed.
self.addEventListener('install', (event) => {
  event.waitUntil(keepShell(controller, event, (state) => void tellPages(state)));
  // Scripts and styles bear their digest in their names: a browser that can reads them without waking this worker.
  void (event as RoutedInstallEvent).addRoutes?.({
    condition: { urlPattern: new URLPattern({ pathname: '/_app/immutable/*' }) },
    source: { cacheName },
  });
});
self.addEventListener('activate', (event) => {
  void controller.activate(event);
  // The page that brought this worker is served by it from now on, without a reload.
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  const request = event.data as ShellRequest;
  if (request.ask === 'activate') event.waitUntil(self.skipWaiting());
  if (request.ask === 'verify') event.waitUntil(verify().then((state) => event.ports[0]?.postMessage(state)));
});

/** Wakes with the network: sends what the learner agreed to, out of the outbox alone. */
self.addEventListener('sync', (event) => {
  const sync = event as ExtendableEvent & { readonly tag: string };
  if (sync.tag !== syncTag) return;
  sync.waitUntil(
    flush(localDatabase()).then((outcome) => {
      // A rejection makes the browser try again later, at times of its own.
      if (outcome !== 'empty') throw new Error(`not sent yet: ${outcome}`);
    }),
  );
});

/** Tells the pages that wait for the application's own files how many are here. */
async function tellPages(state: ShellState): Promise<void> {
  for (const page of await self.clients.matchAll({ type: 'window', includeUncontrolled: true }))
    page.postMessage({ news: 'kept', ...state } satisfies ShellNews);
}

/** Compares each kept file with the digest that the build wrote; a damaged one is dropped and fetched again. */
async function verify(): Promise<ShellState> {
  let whole = 0;
  for (const file of shell) {
    if (await isWhole(file.url, file.integrity)) whole += 1;
    else if (await fetchedAgain(file.url, file.integrity)) whole += 1;
  }
  return { whole, total: shell.length };
}

async function isWhole(url: string, integrity: string): Promise<boolean> {
  const response = await controller.matchPrecache(url);
  if (response === undefined) return false;
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` === integrity;
}

async function fetchedAgain(url: string, integrity: string): Promise<boolean> {
  const key = controller.getCacheKeyForURL(url);
  if (key === undefined) return false;
  try {
    const response = await fetch(url, { integrity, cache: 'reload' });
    if (!response.ok) return false;
    await (await caches.open(controller.strategy.cacheName)).put(key, response);
    return await isWhole(url, integrity);
  } catch {
    return false;
  }
}
