/** What the page and the service worker say to one another. */
export type ShellRequest = { readonly ask: 'verify' } | { readonly ask: 'activate' };

/** What the service worker found of the application's own files: how many of how many are here byte for byte. */
export interface ShellState {
  readonly whole: number;
  readonly total: number;
}

/** What the service worker tells the pages while it fetches those files. */
export type ShellNews = { readonly news: 'kept' } & ShellState;

const askTimeoutMs = 60_000;

/**
 * Has every file of the application kept, telling how many of how many are here, then checked by its digest; undefined where
 * there is no service worker (an old browser, a page without https), or when the network brings nothing more.
 */
export async function keepShell(told: (state: ShellState) => void): Promise<ShellState | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  let kept = -1;
  let latest = 0;
  const hear = ({ data }: MessageEvent<Partial<ShellNews>>): void => {
    if (data.news !== 'kept' || data.whole === undefined || data.total === undefined) return;
    latest = Math.max(latest, data.whole);
    told({ whole: latest, total: data.total });
  };
  navigator.serviceWorker.addEventListener('message', hear);
  navigator.serviceWorker.startMessages();
  try {
    // A browser gives up on an installation that lasts, and a network may be cut: each try goes on where the last one stopped.
    while (latest > kept) {
      kept = latest;
      const worker = await installedWorker();
      if (worker !== undefined) return await verified(worker);
    }
    return undefined;
  } finally {
    navigator.serviceWorker.removeEventListener('message', hear);
  }
}

async function verified(worker: ServiceWorker): Promise<ShellState | undefined> {
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

// The first worker of a device installs while the page is already there: its end is waited for, however long the road is.
async function installedWorker(): Promise<ServiceWorker | undefined> {
  const registration = await navigator.serviceWorker
    .register('/service-worker.js', { type: 'module' })
    .catch(() => undefined);
  if (registration?.active) return registration.active;
  const worker = registration?.installing ?? registration?.waiting;
  if (!worker) return undefined;
  return new Promise((resolve) => {
    const look = (): void => {
      if (worker.state === 'redundant') resolve(undefined);
    };
    worker.addEventListener('statechange', look);
    look();
    // Not by its state: in WebKit under load a worker that serves the page already may say « installing » for ever.
    void navigator.serviceWorker.ready.then(({ active }) => resolve(active ?? undefined));
  });
}
