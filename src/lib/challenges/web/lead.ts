import type { Words } from '../kind.ts';
import type { WebPage } from './start.ts';

const longest = 150;

/** The line that results show of a page: its lead, or else the first words of its body, cut between two words. */
export function leadOf(page: WebPage, words: Words): string {
  if (page.lead !== undefined) return words(page.lead);
  const body = words(page.body).replace(/\n/g, ' ').trim();
  return body.length <= longest ? body : `${body.slice(0, body.lastIndexOf(' ', longest))} …`;
}
