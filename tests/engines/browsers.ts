import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBidiTab } from './bidi-tab.ts';
import type { Tab } from './tab.ts';
import { openWebDriverTab } from './webdriver-tab.ts';

/** A browser of this machine. */
export interface Browser {
  readonly name: string;
  readonly engine: string;
  /** The Debian package that brings it. */
  readonly bringer: string;
  readonly isHere: () => boolean;
  /** Opens a page that is driven from outside, or undefined when it is not here. */
  readonly drive: () => Promise<Tab> | undefined;
  /** Its command, or undefined when it is not here. */
  readonly command: (address: string, profile: string) => readonly string[] | undefined;
}

const chromium = (): string | undefined => {
  const named = process.env['CHROMIUM_PATH'];
  return found(named === undefined ? ['/usr/bin/chromium', '/usr/bin/google-chrome'] : [named]);
};
const firefox = (): string | undefined => found(['/usr/bin/firefox-esr', '/usr/bin/firefox']);
const webkit = (): string | undefined => found(webkitPaths());
const webkitDriver = (): string | undefined => found(['/usr/bin/WebKitWebDriver']);
const virtualScreen = (): string | undefined => found(['/usr/bin/xvfb-run']);

const GRACE_MS = 3000;
const quiet = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export const browsers: readonly Browser[] = [
  {
    name: 'Chromium',
    engine: 'V8',
    bringer: 'chromium',
    isHere: () => chromium() !== undefined,
    drive: () => {
      const path = chromium();
      return path === undefined ? undefined : openBidiTab('chrome', path);
    },
    command: (address, profile) => {
      const path = chromium();
      return path === undefined ? undefined : [path, ...quiet, `--user-data-dir=${profile}`, address];
    },
  },
  {
    name: 'Firefox',
    engine: 'SpiderMonkey',
    bringer: 'firefox-esr',
    isHere: () => firefox() !== undefined,
    drive: () => {
      const path = firefox();
      return path === undefined ? undefined : openBidiTab('firefox', path);
    },
    command: (address, profile) => {
      const path = firefox();
      return path === undefined
        ? undefined
        : [path, '--headless', '--no-remote', '--profile', profile, address];
    },
  },
  {
    name: 'WebKitGTK',
    engine: 'JavaScriptCore',
    bringer: 'webkit2gtk-driver xvfb',
    isHere: () => [webkit(), webkitDriver(), virtualScreen()].every((path) => path !== undefined),
    drive: () => {
      const path = webkit();
      const driver = webkitDriver();
      const screen = virtualScreen();
      return path === undefined || driver === undefined || screen === undefined
        ? undefined
        : openWebDriverTab(path, driver, screen);
    },
    command: (address) => {
      const path = webkit();
      const screen = virtualScreen();
      return path === undefined || screen === undefined ? undefined : [screen, '-a', path, address];
    },
  },
];

/** Opens an address in a browser of its own profile; the result ends it and forgets the profile. */
export function open(browser: Browser, address: string): { readonly end: () => Promise<void> } | undefined {
  const profile = mkdtempSync(join(tmpdir(), 'jalon-browser-'));
  const [command, ...args] = browser.command(address, profile) ?? [];
  if (command === undefined) {
    rmSync(profile, { recursive: true });
    return undefined;
  }
  const child: ChildProcess = spawn(command, args, {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, HOME: profile, TMPDIR: profile, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  return {
    end: async () => {
      // The whole group: a browser is several processes. First gently, so that the screen gives its number back.
      const exited = child.exitCode === null ? once(child, 'exit') : undefined;
      kill(child, 'SIGTERM');
      await Promise.race([exited, sleep(GRACE_MS, undefined, { ref: false })]);
      kill(child, 'SIGKILL');
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has ended.
  }
}

function webkitPaths(): string[] {
  return ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.startsWith('webkit2gtk-') || name.startsWith('webkitgtk-'))
        .map((name) => join(folder, name, 'MiniBrowser')),
    );
}

function found(paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(path));
}
