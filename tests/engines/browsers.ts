import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser of this machine that can open a page by itself. */
export interface Browser {
  readonly name: string;
  readonly engine: string;
  /** The Debian package that brings it. */
  readonly bringer: string;
  /** Its command, or undefined when it is not here. */
  readonly command: (address: string, profile: string) => readonly string[] | undefined;
}

const quiet = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export const browsers: readonly Browser[] = [
  {
    name: 'Chromium',
    engine: 'V8',
    bringer: 'chromium',
    command: (address, profile) => {
      const path = process.env['CHROMIUM_PATH'] ?? found(['/usr/bin/chromium', '/usr/bin/google-chrome']);
      return path === undefined ? undefined : [path, ...quiet, `--user-data-dir=${profile}`, address];
    },
  },
  {
    name: 'Firefox',
    engine: 'SpiderMonkey',
    bringer: 'firefox-esr',
    command: (address, profile) => {
      const path = found(['/usr/bin/firefox-esr', '/usr/bin/firefox']);
      return path === undefined
        ? undefined
        : [path, '--headless', '--no-remote', '--profile', profile, address];
    },
  },
  {
    name: 'WebKitGTK',
    engine: 'JavaScriptCore',
    bringer: 'webkit2gtk-driver xvfb',
    command: (address) => {
      const path = found(webkitPaths());
      const screen = found(['/usr/bin/xvfb-run']);
      return path === undefined || screen === undefined ? undefined : [screen, '-a', path, address];
    },
  },
];

/** Opens an address in a browser of its own profile; the result ends it and forgets the profile. */
export function open(browser: Browser, address: string): { readonly end: () => void } | undefined {
  const profile = mkdtempSync(join(tmpdir(), 'jalon-browser-'));
  const [command, ...args] = browser.command(address, profile) ?? [];
  if (command === undefined) return undefined;
  const child: ChildProcess = spawn(command, args, {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, HOME: profile, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  return {
    end: () => {
      // The whole group: a browser is several processes.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
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
