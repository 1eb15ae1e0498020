import { join } from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { phone, readyOffline } from './device.ts';
import type * as walking from './screen-walk.ts';
import type { Heard } from './screen-walk.ts';
import { ServerProcess } from './server-process.ts';

/** What stands in the page. */
declare const screenReader: typeof walking;

/**
 * Somebody who hears pages instead of seeing them: a virtual screen reader walks what assistive techniques get of the
 * real page, in its order. What is to be pressed is found by its words, and pressed where the reader stands.
 */
export class ScreenReader {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Begins to listen to a page, from the address that it goes to next. */
  static async on(page: Page): Promise<ScreenReader> {
    await page.addInitScript({ content: `${await bundled()}\nglobalThis.screenReader = screenReader;` });
    return new ScreenReader(page);
  }

  /** Walks on to what is said so, and around the page once; waits for it, and tells what was heard instead. */
  async reach(role: string, name: string | RegExp): Promise<string> {
    const pattern = patternOf(role, name);
    let found = '';
    await expect(async () => {
      const heard = await this.page.evaluate((wanted) => screenReader.walk(wanted), pattern.source);
      found = heard.at(-1)?.said ?? '';
      const all = heard.map(({ said }) => said).join('\n');
      expect(pattern.test(found), `${pattern.source} is not among:\n${all}`).toBe(true);
    }).toPass(patience);
    return found;
  }

  /** Reaches a control and presses it, with the key that a screen reader gives it. */
  async press(role: string, name: string | RegExp = '', key = 'Enter'): Promise<void> {
    const said = await this.reach(role, name);
    expect(said, 'it can be pressed').not.toMatch(/(^|, )disabled/);
    const isThere = await this.page.evaluate(() => screenReader.stand());
    expect(isThere, `the keyboard goes to « ${said} »`).toBe(true);
    await this.page.evaluate(() => screenReader.forget());
    await this.page.keyboard.press(key);
  }

  /** Reaches a choice, makes it, and gives what is then said of it. */
  async choose(role: 'radio' | 'checkbox', name: string | RegExp): Promise<string> {
    await this.press(role, name, 'Space');
    return this.page.evaluate(() => screenReader.again());
  }

  /** Reaches a field and writes in it; gives what is then said of it. */
  async write(name: string | RegExp, text: string): Promise<string> {
    await this.press('textbox', name, 'ControlOrMeta+A');
    await this.page.keyboard.type(text);
    return this.page.evaluate(() => screenReader.again());
  }

  /** Reaches a list and takes its option of that name, by the place that it is said to have; gives what is then said of the list. */
  async take(list: string, option: string | RegExp): Promise<string> {
    await this.reach('combobox', list);
    const said = await this.reach('option', option);
    const place = Number(/position (\d+)/.exec(said)?.[1]);
    await this.press('combobox', list, 'Home');
    for (let step = 1; step < place; step += 1) await this.page.keyboard.press('ArrowDown');
    return this.page.evaluate(() => screenReader.again());
  }

  /** Waits for what is said without being walked to, since the last key: what took the focus, and live regions. */
  async hears(...words: readonly (string | RegExp)[]): Promise<void> {
    for (const each of words) {
      const pattern = patternOf('', each);
      await expect(async () => {
        const all = await this.page.evaluate(() => screenReader.told());
        expect(pattern.test(all.join('\n')), `${pattern.source} was not said:\n${all.join('\n')}`).toBe(true);
      }).toPass(patience);
    }
  }

  /** Waits until the title of the next screen was said by itself, once: it has the focus. */
  async arrives(title: string): Promise<void> {
    const heard = title.replace(/\s+/gu, ' ');
    const words = `heading, ${heard}, level 1`;
    await this.hears(words);
    const all = await this.page.evaluate(() => screenReader.told());
    expect
      .soft(
        all.filter((said) => said.includes(heard)),
        'the title is said once',
      )
      .toEqual([words]);
    await expect(this.page.locator('h1')).toBeFocused();
  }

  /** Reads the whole of a screen from its top once it says these words in this order; nothing in it sounds wrong. */
  async reads(...words: readonly (string | RegExp)[]): Promise<readonly Heard[]> {
    let heard: readonly Heard[] = [];
    await expect(async () => {
      heard = await this.page.evaluate(() => screenReader.read());
      const all = heard.map(({ said }) => said);
      let from = 0;
      for (const each of words) {
        const pattern = patternOf('', each);
        const place = all.findIndex((said, index) => index >= from && pattern.test(said));
        expect(place, `${pattern.source} is not after line ${from} of:\n${all.join('\n')}`).toBeGreaterThan(
          -1,
        );
        from = place;
      }
    }).toPass(patience);
    expect.soft(twice(heard), 'said twice in a row').toEqual([]);
    expect.soft(await nameless(this.page), 'without a name').toEqual([]);
    return heard;
  }
}

/** A journey by ear alone, on a telephone of its own, from the first page once all is on the device; no network is left then. */
export async function byEar(
  browser: Browser,
  journey: (reader: ScreenReader, address: string) => Promise<void>,
): Promise<void> {
  const server = await ServerProcess.started();
  const context = await browser.newContext({ viewport: phone });
  context.setDefaultTimeout(15_000);
  try {
    const reader = await ScreenReader.on(await context.newPage());
    await reader.page.goto(server.address);
    await readyOffline(reader.page);
    await server.stop();
    await journey(reader, server.address);
  } finally {
    await context.close();
    await server.stop('SIGKILL');
  }
}

const patience = { timeout: 15_000, intervals: [100, 250] };

/** A pattern for what is said of a role and a name, or that holds words when there is no role; any spaces will do. */
function patternOf(role: string, name: string | RegExp): RegExp {
  if (typeof name !== 'string')
    return new RegExp(role === '' ? name.source : `^${role}, (?:${name.source})`, 'm');
  const words = name
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/gu, '\\s+');
  if (role === '') return new RegExp(words, 'm');
  return new RegExp(words === '' ? `^${role}(?:,|$)` : `^${role}, ${words}(?:,|$)`, 'm');
}

/** What is said at one place and again at the next; what has neither name nor words is no place to stop at. */
function twice(heard: readonly Heard[]): readonly string[] {
  const all = heard.map(({ said }) => said).filter((said) => !/^(status|paragraph|list|group|)$/.test(said));
  return all.filter((said, index) => all[index - 1] === said);
}

const named = new Set(
  'button link textbox searchbox combobox checkbox radio switch slider spinbutton tab menuitem image img SvgRoot Canvas dialog region progressbar meter'.split(
    ' ',
  ),
);

/** The controls and pictures to which Chromium itself, for the real screen readers of a device, gives no name. */
async function nameless(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored, role, name }) => !ignored && named.has(String(role?.value)) && !name?.value)
    .map(({ role, backendDOMNodeId }) => `${String(role?.value)} ${backendDOMNodeId}`);
}

let bundle: Promise<string> | undefined;

/** The virtual screen reader, as a script that gives the page its `screenReader`. */
async function bundled(): Promise<string> {
  bundle ??= build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'screen-walk.ts'),
        formats: ['iife'],
        name: 'screenReader',
        fileName: 'screen-reader',
      },
    },
  }).then((built) =>
    (Array.isArray(built) ? built : [built])
      .flatMap((one) => ('output' in one ? one.output : []))
      .map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
      .join(''),
  );
  return bundle;
}
