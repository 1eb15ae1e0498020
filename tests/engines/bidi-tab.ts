import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import type { Tab } from './tab.ts';

/** Opens a page over WebDriver BiDi, in a profile of its own that goes with it. */
export async function openBidiTab(browser: 'chrome' | 'firefox', executablePath: string): Promise<Tab> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'jalon-browser-'));
  const opened = await launch({
    browser,
    executablePath,
    userDataDir,
    protocol: 'webDriverBiDi',
    headless: true,
    args: browser === 'chrome' ? ['--no-sandbox', '--accept-lang=fr-BE'] : [],
    extraPrefsFirefox: { 'intl.accept_languages': 'fr-BE, fr' },
    defaultViewport: { width: 360, height: 640 },
    env: { ...process.env, HOME: userDataDir },
  });
  const page = (await opened.pages())[0] ?? (await opened.newPage());
  return {
    agent: await opened.version(),
    go: async (address) => {
      await page.goto(address, { waitUntil: 'load' });
    },
    ask: async <Value>(expression: string): Promise<Value> => (await page.evaluate(expression)) as Value,
    tap: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    close: async () => {
      await opened.close();
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
