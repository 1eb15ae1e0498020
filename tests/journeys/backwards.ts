import type { Page } from '@playwright/test';

/**
 * Makes what a page says a language that exists for tests only: French written backwards, from right to left. What is said
 * to be in another language stays as it is.
 */
export async function writeBackwards(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const [begins, ends] = ['\u202E', '\u202C'];
    const turn = (node: Node): void => {
      if (!(node instanceof Text)) return node.childNodes.forEach(turn);
      const isOther = node.parentElement?.closest('script, style, title, [lang]:not(html)');
      if (isOther || node.data.trim() === '' || node.data.startsWith(begins)) return;
      node.data = `${begins}${node.data}${ends}`;
    };
    new MutationObserver((changes) => {
      if (document.documentElement.dir !== 'rtl') document.documentElement.dir = 'rtl';
      for (const { target, addedNodes } of changes) [target, ...addedNodes].forEach(turn);
    }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['dir'] });
  });
}
