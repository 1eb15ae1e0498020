import { roads as fr, type RoadsText } from './messages/fr/roads.ts';
import type { Locale } from './locale.ts';

const texts: Record<Locale, () => Promise<RoadsText>> = {
  fr: () => Promise.resolve(fr),
  nl: async () => (await import('./messages/nl/roads.ts')).roads,
  de: async () => (await import('./messages/de/roads.ts')).roads,
  en: async () => (await import('./messages/en/roads.ts')).roads,
};

/** The words of what people carry, apart from those of the pages: the first screens load none of them. */
class RoadsWords {
  #text = $state.raw<RoadsText>(fr);

  /** Every sentence, in the language last asked for. */
  get text(): RoadsText {
    return this.#text;
  }

  /** Switches the language; resolves once its words are there. */
  async use(locale: Locale): Promise<void> {
    this.#text = await texts[locale]();
  }
}

export const roadsWords = new RoadsWords();
