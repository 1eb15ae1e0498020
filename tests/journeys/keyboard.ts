import { expect, type Page } from '@playwright/test';
import { taskDrawn } from './device.ts';
import { chooseBackup, reach } from './hand.ts';

/** Presses the control of that name, with the keyboard alone. */
export async function press(
  page: Page,
  name: string | RegExp,
  role: 'button' | 'link' = 'button',
): Promise<void> {
  await reach(page.getByRole(role, { name }).first());
  await page.keyboard.press('Enter');
}

/** Waits for the next screen: its title has the focus, so that the keyboard goes on from there. */
export async function arrives(page: Page, title: string | RegExp): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(title);
  await expect(heading).toBeFocused();
}

/** What was pressed may be gone by now: the focus is somewhere all the same. */
export async function staysSomewhere(page: Page): Promise<void> {
  await expect(page.locator(':focus'), 'the focus is not lost').toHaveCount(1);
}

/** Gives a file with the keyboard alone: the button of that name opens the device's own window. */
export function giveFile(page: Page, button: string, text: string): Promise<void> {
  const pressed = async (): Promise<void> => {
    await reach(page.getByLabel(button));
    await page.keyboard.press('Enter');
  };
  return chooseBackup(page, pressed, text);
}

/** Answers the question on the screen and goes on to the next one, or to the result. */
export async function answerByKeys(page: Page): Promise<void> {
  const title = page.getByRole('heading', { level: 1 });
  await expect(page.getByRole('button', { name: 'Valider' })).toBeVisible();
  await taskDrawn(page);
  const before = await title.innerText();
  const kind = await answerShown(page);
  await press(page, kind === 'simulator' ? 'Je ne sais pas' : 'Valider');
  await expect(title).not.toHaveText(before);
  await expect(title).toBeFocused();
  if ((await title.innerText()).startsWith('Questions')) {
    await press(page, /^(Continuer|Voir mon résultat)$/);
    await expect(title).toHaveText(/^(Question \d|Votre résultat)/);
    await expect(title).toBeFocused();
  }
}

/** The ways of answering by keyboard; what is done by acting, in a simulator or on a picture, is passed over. */
export async function answerShown(page: Page): Promise<string> {
  const main = page.locator('main');
  const has = async (selector: string): Promise<boolean> => (await main.locator(selector).count()) > 0;
  const down = main.getByRole('button', { name: /^Descendre/ }).first();
  if (await has('section[aria-label^="Exercice"]')) return 'simulator';
  if (await has('select')) {
    for (const [line, list] of (await main.locator('select').all()).entries()) {
      await reach(list);
      for (let step = 0; step <= line; step += 1) await page.keyboard.press('ArrowDown');
    }
    return 'matching';
  }
  if (await has('input[type=checkbox]')) {
    await reach(main.locator('input[type=checkbox]').first());
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    return 'multiple choice';
  }
  if (await has('input[type=radio]')) {
    await reach(main.locator('input[type=radio]').first());
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    return 'single choice';
  }
  if (await has('input[type=text]')) {
    for (const field of await main.locator('input[type=text]').all()) {
      await reach(field);
      await page.keyboard.type('12');
    }
    return 'text or number';
  }
  if ((await down.count()) === 0) return 'simulator';
  await reach(down);
  await page.keyboard.press('Enter');
  return 'ordering';
}
