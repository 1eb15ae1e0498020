import type { WebPage } from './start.ts';

/** The page that stands at a typed address, whatever its case, its scheme, a `www.` and a last stroke; undefined if none. */
export function pageAt(pages: readonly WebPage[], typed: string): WebPage | undefined {
  const sought = evened(typed);
  return pages.find((page) => evened(page.address) === sought);
}

/** Whether a typed text is meant as an address and not as words to search. */
export function looksLikeAddress(typed: string): boolean {
  return /^(https?:\/\/)?[^\s/]+\.[a-z]{2,}(\/\S*)?$/i.test(typed.trim());
}

/** The address in full, with its scheme. */
export function fullAddress(page: WebPage): string {
  return `${page.insecure ? 'http' : 'https'}://${page.address}`;
}

function evened(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
}
