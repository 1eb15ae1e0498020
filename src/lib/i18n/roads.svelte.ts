import { roads as fr, type RoadsText } from './messages/fr/roads.ts';
import { WordsApart } from './words-apart.svelte.ts';

/** The words of what people carry for one another. */
export const roadsWords = new WordsApart<RoadsText>(fr, {
  nl: async () => (await import('./messages/nl/roads.ts')).roads,
  de: async () => (await import('./messages/de/roads.ts')).roads,
  en: async () => (await import('./messages/en/roads.ts')).roads,
});
