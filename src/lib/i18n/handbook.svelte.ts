import type { Locale } from './locale.ts';
import { frHandbook, type Handbook } from './messages/fr-handbook.ts';

const dictionaries: Record<Locale, () => Promise<Handbook>> = {
  fr: () => Promise.resolve(frHandbook),
  nl: async () => (await import('./messages/nl-handbook.ts')).nlHandbook,
  de: async () => (await import('./messages/de-handbook.ts')).deHandbook,
  en: async () => (await import('./messages/en-handbook.ts')).enHandbook,
};

/** The words of the pages for those who help others, apart from those of learners: they are loaded with these pages alone. */
class HandbookWords {
  #text = $state.raw<Handbook>(frHandbook);

  /** Every sentence of these pages, in the language last asked for. */
  get text(): Handbook {
    return this.#text;
  }

  /** Switches the language; resolves once its words are there. */
  async use(locale: Locale): Promise<void> {
    this.#text = await dictionaries[locale]();
  }
}

export const handbook = new HandbookWords();
