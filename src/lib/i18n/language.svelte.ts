import { fr, type Dictionary } from './messages/fr.ts';
import { localeOf, type Locale } from './locale.ts';

const dictionaries: Record<Locale, () => Promise<Dictionary>> = {
  fr: () => Promise.resolve(fr),
  en: async () => (await import('./messages/en.ts')).en,
};

/** The language of the learner's pages: French until another one was loaded. */
class Language {
  #locale = $state<Locale>('fr');
  #text = $state.raw<Dictionary>(fr);

  /** The language in use. */
  get locale(): Locale {
    return this.#locale;
  }

  /** Every sentence of the learner's pages, in the language in use. */
  get text(): Dictionary {
    return this.#text;
  }

  /** Switches to the nearest language that exists; resolves once its words are there. */
  async use(tag: string): Promise<void> {
    const locale = localeOf(tag);
    this.#text = await dictionaries[locale]();
    this.#locale = locale;
  }
}

export const language = new Language();
