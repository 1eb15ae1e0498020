import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The narrowest screen, and one low enough that the bar at the bottom matters. */
export const narrow = { width: 320, height: 640 };

/** Where to keep a picture of every screen that is checked, in each size that people have; nowhere when it is not said. */
const shotsIn = process.env['SHOTS'];
const sizes = [
  { width: 360, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
] as const;

/** What is asked of every screen of a learner, in both colour schemes, on the narrowest telephone. */
export async function check(page: Page, screen: string, primary: 0 | 1 = 1): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect.soft(await axeFaults(page), `${screen}: axe`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect.soft(await axeFaults(page, 'color-contrast'), `${screen}: contrast in the dark`).toEqual([]);
  expect.soft(await wide(page), `${screen}: nothing goes beyond the screen`).toEqual([]);
  expect.soft(await small(page), `${screen}: every target is 56 px high`).toEqual([]);
  expect.soft(await cutWords(page), `${screen}: no word of a button is cut in two`).toEqual([]);
  // What lies under a dialog cannot be pressed.
  const open = page.locator('dialog[open]');
  const shown = (await open.count()) > 0 ? open : page;
  expect.soft(await shown.locator('.button.primary').count(), `${screen}: primary buttons`).toBe(primary);
  expect.soft(await page.locator('h1').count(), `${screen}: one title`).toBe(1);
  expect.soft(await page.title(), `${screen}: the tab's title`).toMatch(/^(Jalon|.+ – Jalon)$/);
  expect.soft(await badlyFocused(page), `${screen}: the focus is seen`).toEqual([]);
  if (shotsIn !== undefined) await keepPictures(page, join(shotsIn, screen.replace(/\W+/g, '-')));
}

/** Pictures of the whole of a screen, as files whose names begin so. */
async function keepPictures(page: Page, beginning: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const before = page.viewportSize() ?? narrow;
  for (const size of sizes) {
    await page.setViewportSize(size);
    await wholly(page);
    await page.screenshot({ path: `${beginning}-${size.width}.png` });
  }
  await page.setViewportSize(before);
}

/** What axe finds on the whole of a page, once nothing moves any more; by one rule only when it is named. */
export async function axeFaults(page: Page, only?: string): Promise<readonly string[]> {
  const size = page.viewportSize() ?? narrow;
  await wholly(page);
  const builder = new AxeBuilder({ page });
  const { violations } = await (
    only === undefined ? builder.withTags(rules) : builder.withRules(only)
  ).analyze();
  await page.setViewportSize(size);
  return violations.map(summary);
}

function summary(found: {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[];
}): string {
  const nodes = found.nodes.map(({ html, any }) => `${html.slice(0, 200)} (${any[0]?.message ?? ''})`);
  return `${found.id}: ${nodes.join(' | ')}`;
}

/** What stands beyond an edge; nothing when the page does not scroll sideways. */
export function wide(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    // Until its own letters are there, a page is set in others, which may be wider.
    await document.fonts.ready;
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('main *, header *')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > clientWidth + 1 || left < -1;
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** The targets lower than 56 px. A control in a label is as large as its label; a link in a sentence is let be. */
function small(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].flatMap((element) => {
      if (element.matches('.skip, p a, .link')) return [];
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      const { height } = (element.closest('label') ?? element).getBoundingClientRect();
      return height >= 55.5 ? [] : [`${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`];
    }),
  );
}

/** The words of buttons and titles that go on in the next line without a hyphen, as `cut in: whole text`. */
export function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a.button, h1, h2, h3, summary')].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      if (getComputedStyle(element).hyphens === 'auto') return [];
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const cut: string[] = [];
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\p{L}+/gu)) {
          const range = new Range();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
          if (lines.size > 1) cut.push(`${word} in: ${element.textContent.trim()}`);
        }
      }
      return cut;
    }),
  );
}

/** Goes through the screen with Tab: what takes the focus must show a ring and not lie behind the bar at the bottom. */
async function badlyFocused(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const seen = element.closest('label') ?? element;
      const name = element.outerHTML.slice(0, 120);
      const ringed = [element, seen].some((each) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3;
      });
      if (!ringed) return `no ring: ${name}`;
      const { left, top, width, height } = seen.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit !== null && (seen.contains(hit) || hit.contains(seen)) ? '' : `hidden: ${name}`;
    });
    if (fault === null) return faults;
    if (fault !== '') faults.push(fault);
  }
  return faults;
}

/** Makes the screen as high as all it holds: the bar at the bottom then lies over nothing that can be scrolled to. */
async function wholly(page: Page): Promise<void> {
  const size = page.viewportSize() ?? narrow;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  await settled(page);
}

/** Once nothing fades any more: a colour half-way between two is nobody's choice. What was just changed begins to move with the next frame. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}
