import { expect, type Locator, type Page } from '@playwright/test';

/** How somebody works the screen: with a finger, or with the keyboard alone. */
export interface Hand {
  /** Presses a button or a link. */
  press(control: Locator): Promise<void>;
  /** Switches a radio button, a checkbox or a switch to the other state. */
  choose(control: Locator): Promise<void>;
  /** Writes in a field, in the place of what stands there. */
  fill(field: Locator, text: string): Promise<void>;
  /** Takes the option of a list that reads so. */
  select(list: Locator, option: string): Promise<void>;
}

/** A finger on a touch screen. */
export const finger: Hand = {
  press: (control) => control.tap(),
  // People tap the words beside the box as well as the box.
  choose: async (control) => {
    const label = control.locator('xpath=ancestor::label[1]');
    await ((await label.count()) > 0 ? label : control).tap();
  },
  fill: async (field, text) => {
    await field.tap();
    await field.fill(text);
  },
  // The list that opens is the device's own.
  select: async (list, option) => {
    await list.selectOption({ label: option });
  },
};

const longestWay = 200;

/** Presses Tab until a control has the focus, as somebody does who has no mouse. */
export async function reach(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(control).toBeVisible();
  await expect(control).toBeEnabled();
  for (let steps = 0; steps < longestWay; steps += 1) {
    if (await control.evaluate(hasFocus)) return;
    await control.page().keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ${String(control)}`);
}

/** The keyboard alone: Tab to get there, and the keys of each control. */
export const keyboard: Hand = {
  press: async (control) => {
    await reach(control);
    await control.page().keyboard.press('Enter');
  },
  choose: async (control) => {
    const keys = control.page().keyboard;
    await reachGroup(control);
    for (let steps = 0; steps < longestWay && !(await control.evaluate(hasFocus)); steps += 1) {
      await keys.press('ArrowDown');
    }
    if ((await control.getAttribute('type')) === 'radio' && (await control.isChecked())) return;
    await keys.press('Space');
  },
  fill: async (field, text) => {
    await reach(field);
    await field.page().keyboard.press('ControlOrMeta+A');
    if (text === '') await field.page().keyboard.press('Delete');
    else await field.page().keyboard.type(text);
  },
  select: async (list, option) => {
    await reach(list);
    const options = await list.locator('option').allInnerTexts();
    const place = options.findIndex((text) => same(text, option));
    if (place < 0) throw new Error(`no option « ${option} » among ${options.join(', ')}`);
    await list.page().keyboard.press('Home');
    for (let step = 0; step < place; step += 1) await list.page().keyboard.press('ArrowDown');
  },
};

/** Radio buttons of one name are one stop of Tab; the arrows go from one to the next. */
async function reachGroup(control: Locator): Promise<void> {
  for (let steps = 0; steps < longestWay; steps += 1) {
    const isThere = await control.evaluate((element) => {
      const focused = document.activeElement;
      if (element === focused) return true;
      return (
        element instanceof HTMLInputElement &&
        focused instanceof HTMLInputElement &&
        element.type === 'radio' &&
        element.name !== '' &&
        element.name === focused.name
      );
    });
    if (isThere) return;
    await control.page().keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${String(control)}`);
}

/** Whether two texts read the same, whatever their spaces. */
export function same(one: string, other: string): boolean {
  return spaced(one) === spaced(other);
}

/** A pattern for a name that begins with a text, whatever its spaces. */
export function beginning(text: string): RegExp {
  return new RegExp(`^\\s*${patternOf(text)}`);
}

/** A pattern for words that are a text and no more, whatever its spaces. */
export function wholly(text: string): RegExp {
  return new RegExp(`^\\s*${patternOf(text)}\\s*$`);
}

/** The button whose name is a text, or else begins with it. */
export function button(within: Page | Locator, name: string | RegExp): Locator {
  return within.getByRole('button', { name, exact: true }).first();
}

function hasFocus(element: Element): boolean {
  return element === document.activeElement;
}

function patternOf(text: string): string {
  return spaced(text)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '\\s+');
}

function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Chooses a backup of that text in the device's own window, which opens once its button is pressed. */
export async function chooseBackup(page: Page, press: () => Promise<void>, text: string): Promise<void> {
  const asking = page.waitForEvent('filechooser');
  await press();
  const buffer = Buffer.from(text);
  await (await asking).setFiles({ name: 'jalon-sauvegarde.json', mimeType: 'application/json', buffer });
}
