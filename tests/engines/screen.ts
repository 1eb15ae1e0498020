import { setTimeout as wait } from 'node:timers/promises';
import type { Tab } from './tab.ts';

const PATIENCE_MS = 60_000;
const POLL_MS = 50;
const fieldSelector = 'main input:is([type=text], [type=number], :not([type]))';

/** What a person sees and does on a page, by the words on it. */
export class Screen {
  readonly #tab: Tab;

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  /** Waits until the page shows one of these texts; rejects after a minute, with what it shows instead. */
  async shows(...texts: readonly string[]): Promise<void> {
    await this.#until(
      `${JSON.stringify(texts)}.some((text) => document.body.innerText.replaceAll('\\u00a0', ' ').includes(text))`,
      texts.join(' / '),
    );
  }

  /** Waits until the task is there: its instruction is drawn before it. */
  async isDrawn(): Promise<void> {
    await this.#until(`document.querySelector('.task.coming') === null`, 'the task');
  }

  /** Waits until something holds. */
  async moves(condition: () => Promise<boolean>): Promise<void> {
    await this.#until(condition, 'a change');
  }

  /** Whether the page has a control of that name, now. */
  async has(name: string): Promise<boolean> {
    return this.#tab.ask(wanted(name, 'a, button'));
  }

  /** Waits for one of these links or buttons, taps it, and gives its name. */
  async press(...names: readonly string[]): Promise<string> {
    let found: string | undefined;
    await this.#until(async () => {
      for (const name of names) {
        if (!(await this.has(name))) continue;
        found = name;
        return true;
      }
      return false;
    }, names.join(' / '));
    await this.#tab.tap('[data-wanted]');
    return found ?? '';
  }

  /** Waits for the choice with that label, and makes it. */
  async choose(label: string): Promise<void> {
    await this.#until(wanted(label, 'label:has(input)'), label);
    await this.#tab.tap('[data-wanted]');
  }

  /** Waits for the only field to type in, and fills it. */
  async fill(text: string): Promise<void> {
    await this.#until(`document.querySelector(${JSON.stringify(fieldSelector)}) !== null`, 'a field');
    await this.#tab.type(fieldSelector, text);
  }

  /** Waits for the list with that label, and chooses in it. */
  async select(label: string, choice: string): Promise<void> {
    await this.#until(
      `(() => {
        const plain = (text) => text.replaceAll('\\u00a0', ' ').replace(/\\s+/g, ' ').trim();
        const list = [...document.querySelectorAll('main select')].find(
          (each) => plain(each.labels?.[0]?.textContent ?? '') === ${JSON.stringify(label)},
        );
        const option = [...(list?.options ?? [])].find((each) => plain(each.textContent) === ${JSON.stringify(choice)});
        if (option === undefined) return false;
        list.value = option.value;
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      })()`,
      `${label}: ${choice}`,
    );
  }

  async #until(condition: string | (() => Promise<boolean>), what: string): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      const holds = typeof condition === 'string' ? this.#tab.ask<boolean>(condition) : condition();
      // A page that is being left answers nothing.
      if (await holds.catch(() => false)) return;
      await wait(POLL_MS);
    }
    const shown = await this.#tab.ask<string>(`location.pathname + '\\n' + document.body.innerText`);
    throw new Error(`« ${what} » did not come; the page shows:\n${shown}`);
  }
}

/** Marks what a person would tap, the first that is seen and has that name; gives whether there is one. */
function wanted(name: string, selector: string): string {
  return `(() => {
    document.querySelector('[data-wanted]')?.removeAttribute('data-wanted');
    const plain = (text) => text.replaceAll('\\u00a0', ' ').replace(/\\s+/g, ' ').trim();
    const found = [...document.querySelectorAll(${JSON.stringify(selector)})].find(
      (each) => each.checkVisibility() && !each.disabled && plain(each.textContent) === ${JSON.stringify(name)},
    );
    found?.setAttribute('data-wanted', '');
    found?.scrollIntoView({ block: 'center' });
    return found !== undefined;
  })()`;
}
