import { afterEach, expect, test, vi } from 'vitest';
import { keepShell } from './shell.ts';

/** What a worker answers to « verify ». */
const whole = { whole: 3, total: 3 };

afterEach(() => vi.unstubAllGlobals());

/** A first worker, as the page sees it. */
class FirstWorker extends EventTarget {
  state: ServiceWorkerState = 'installing';
  postMessage(_: unknown, [port]: readonly [MessagePort]): void {
    port.postMessage(whole);
    port.close();
  }
}

function givePage(worker: FirstWorker, ready: Promise<unknown>): void {
  const serviceWorker = Object.assign(new EventTarget(), {
    startMessages: () => undefined,
    register: () => Promise.resolve({ active: null, installing: worker }),
    ready,
  });
  vi.stubGlobal('navigator', { serviceWorker });
}

test('a worker that serves the page is asked, although it never said that its state changed', async () => {
  const worker = new FirstWorker();
  givePage(worker, Promise.resolve({ active: worker }));
  expect(await keepShell(() => undefined)).toEqual(whole);
});

test('a worker that could not be installed is not waited for', async () => {
  const worker = new FirstWorker();
  givePage(worker, new Promise(() => undefined));
  const kept = keepShell(() => undefined);
  await Promise.resolve();
  worker.state = 'redundant';
  worker.dispatchEvent(new Event('statechange'));
  expect(await kept).toBeUndefined();
});
