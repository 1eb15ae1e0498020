import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { findBrowser } from '../../browser.ts';
import { phone } from '../../journeys/device.ts';
import { DevTools } from './devtools.ts';
import { takeNotes, type Moment, type Notes } from './notes.ts';

/** How much slower than this machine the browser is made. */
export interface Slowness {
  readonly cpu?: number;
  readonly network?: {
    readonly latency: number;
    readonly downloadThroughput: number;
    readonly uploadThroughput: number;
  };
}

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly type: string };
}

/** A telephone's browser, slowed down, and watched with its service worker. */
export class WatchedBrowser {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #devtools: DevTools;
  #session = '';

  private constructor(context: BrowserContext, page: Page, devtools: DevTools) {
    this.#context = context;
    this.page = page;
    this.#devtools = devtools;
  }

  /** Opens a browser, cold, on a profile; the first page is slowed down before it goes anywhere. */
  static async open(profile: string, slowness: Slowness = {}): Promise<WatchedBrowser> {
    const { args, ...browser } = await findBrowser();
    const activePort = join(profile, 'DevToolsActivePort');
    await rm(activePort, { force: true });
    const context = await chromium.launchPersistentContext(profile, {
      ...browser,
      args: [...args, '--remote-debugging-port=0'],
      viewport: phone,
      hasTouch: true,
      locale: 'fr-BE',
    });
    context.setDefaultTimeout(60_000);
    await context.addInitScript(takeNotes);
    const page = context.pages()[0] ?? (await context.newPage());
    const devtools = await DevTools.connected(await contentOf(activePort));
    const watched = new WatchedBrowser(context, page, devtools);
    await watched.#slowDown(slowness);
    return watched;
  }

  /** What the page has noted so far. Asked without Playwright, whose own scripts would be measured with the page's. */
  async notes(): Promise<Notes> {
    const expression = 'JSON.stringify(globalThis.notes)';
    const answer = await this.#devtools.send('Runtime.evaluate', { expression }, this.#session);
    return JSON.parse((answer as { result: { value: string } }).result.value) as Notes;
  }

  /** Goes to an address. */
  async go(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'commit' });
  }

  /** Waits until the page noted a moment, and gives it; rejects after five minutes. */
  async moment(name: Moment): Promise<number> {
    return this.#until((notes) => (notes[name] > 0 ? notes[name] : undefined), name);
  }

  /** Waits until the page noted so many answers, and gives what each took. */
  async feedback(answers: number): Promise<readonly number[]> {
    return this.#until(
      ({ feedbackMs }) => (feedbackMs.length >= answers ? feedbackMs : undefined),
      'feedback',
    );
  }

  async close(): Promise<void> {
    this.#devtools.close();
    await this.#context.close();
  }

  async #until<Value>(read: (notes: Notes) => Value | undefined, what: string): Promise<Value> {
    for (let tries = 0; tries < 3000; tries += 1) {
      const value = read(await this.notes());
      if (value !== undefined) return value;
      await wait(100);
    }
    throw new Error(`the page did not come to ${what} in five minutes`);
  }

  /** Attaches to every page and worker, now and as they come, before their first script. */
  async #slowDown({ cpu, network }: Slowness): Promise<void> {
    const first = new Promise<void>((resolve) => {
      this.#devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo }: Attached) => {
        const ask = (method: string, params?: object): Promise<unknown> =>
          this.#devtools.send(method, params, sessionId);
        const asked = [ask('Network.enable')];
        if (network !== undefined)
          asked.push(ask('Network.emulateNetworkConditions', { offline: false, ...network }));
        // Chromium slows the page only: it has no such command for a service worker.
        if (cpu !== undefined && targetInfo.type === 'page')
          asked.push(ask('Emulation.setCPUThrottlingRate', { rate: cpu }));
        asked.push(ask('Runtime.runIfWaitingForDebugger'));
        void Promise.allSettled(asked).then(() => {
          if (targetInfo.type !== 'page') return;
          this.#session = sessionId;
          resolve();
        });
      });
    });
    await this.#devtools.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    });
    await first;
  }
}

/** A new profile of a browser, and what throws it away. */
export async function newProfile(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'jalon-bench-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

async function contentOf(path: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const text = existsSync(path) ? await readFile(path, 'utf8') : '';
    if (text.includes('\n')) return text;
    await wait(50);
  }
  throw new Error('the browser did not say where its protocol is');
}
