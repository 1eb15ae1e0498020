/** What the page and the service worker say to one another. */
export type ShellRequest = { readonly ask: 'verify' } | { readonly ask: 'activate' };

/** What the service worker found of the application's own files: how many of how many are here byte for byte. */
export interface ShellState {
  readonly whole: number;
  readonly total: number;
}

const askTimeoutMs = 60_000;

/** Registers the service worker; undefined where there is none (an old browser, a page without https). */
export async function registerShell(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  return navigator.serviceWorker.register('/service-worker.js', { type: 'module' }).catch(() => undefined);
}

/** Has every file of the application checked by its digest; undefined when no service worker answers. */
export async function verifyShell(): Promise<ShellState | undefined> {
  const worker = await activeWorker();
  if (worker === undefined) return undefined;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<ShellState | undefined>((resolve) => {
    port1.onmessage = (event: MessageEvent<ShellState>) => resolve(event.data);
    setTimeout(() => resolve(undefined), askTimeoutMs);
  });
  worker.postMessage({ ask: 'verify' } satisfies ShellRequest, [port2]);
  return answer;
}

/** The newer version that waits to take over; undefined when there is none. */
export async function waitingShell(): Promise<ServiceWorker | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  return (await navigator.serviceWorker.getRegistration())?.waiting ?? undefined;
}

/** Lets the newer version take over and reloads the page; only where no attempt is under way. */
export async function activateShell(): Promise<void> {
  const waiting = await waitingShell();
  if (waiting === undefined) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage({ ask: 'activate' } satisfies ShellRequest);
}

// The first worker of a device installs while the page is already there: its end is waited for.
async function activeWorker(): Promise<ServiceWorker | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration === undefined) return undefined;
  if (registration.active) return registration.active;
  const ended = new Promise<undefined>((resolve) => {
    const worker = registration.installing ?? registration.waiting;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'redundant') resolve(undefined);
    });
    setTimeout(() => resolve(undefined), askTimeoutMs);
  });
  const ready = await Promise.race([navigator.serviceWorker.ready, ended]);
  return ready?.active ?? undefined;
}
