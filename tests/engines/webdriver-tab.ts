import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import type { Tab } from './tab.ts';
import { freePort } from '../free-port.ts';

const reply = v.object({ value: v.unknown() });
const session = v.object({
  sessionId: v.string(),
  capabilities: v.object({ browserName: v.string(), browserVersion: v.string() }),
});
/** The name under which WebDriver gives a reference to an element (W3C WebDriver, section 12). */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Opens a page of WebKitGTK over WebDriver (W3C), on a screen of its own; what it keeps goes with it. */
export async function openWebDriverTab(
  miniBrowser: string,
  driverPath: string,
  virtualScreen: string,
): Promise<Tab> {
  const port = await freePort();
  const driver = spawn(virtualScreen, ['-a', driverPath, `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const send = async (method: 'POST' | 'DELETE', path: string, body: object = {}): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    const { value } = v.parse(reply, await response.json());
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const opened = v.parse(
    session,
    await answered(() =>
      send('POST', '/session', {
        capabilities: {
          alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } },
        },
      }),
    ),
  );
  const at = `/session/${opened.sessionId}`;
  await send('POST', `${at}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  await send('POST', `${at}/window/rect`, { width: 360, height: 740 });
  const found = async (selector: string): Promise<string> => {
    const element = await send('POST', `${at}/element`, { using: 'css selector', value: selector });
    return v.parse(v.object({ [elementKey]: v.string() }), element)[elementKey];
  };
  const script = `const tell = arguments[0]; Promise.resolve().then(() => (EXPRESSION)).then((value) => tell({ value }), (error) => tell({ error: String(error) }));`;
  return {
    agent: `${opened.capabilities.browserName} ${opened.capabilities.browserVersion}`,
    go: async (address) => {
      await send('POST', `${at}/url`, { url: address });
    },
    ask: async <Value>(expression: string): Promise<Value> => {
      const told = await send('POST', `${at}/execute/async`, {
        script: script.replace('EXPRESSION', () => expression),
        args: [],
      });
      const { value, error } = told as { readonly value: Value; readonly error?: string };
      if (error !== undefined) throw new Error(error);
      return value;
    },
    tap: async (selector) => {
      await send('POST', `${at}/element/${await found(selector)}/click`);
    },
    type: async (selector, text) => {
      await send('POST', `${at}/element/${await found(selector)}/value`, { text });
    },
    close: async () => {
      await send('DELETE', at).catch(() => undefined);
      const exited = once(driver, 'exit');
      if (driver.pid !== undefined) process.kill(-driver.pid, 'SIGTERM');
      await exited;
    },
  };
}

/** What a request gives once the driver listens. */
async function answered<Value>(request: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof TypeError) || tries === 200) throw error;
      await wait(100);
    }
  }
}
