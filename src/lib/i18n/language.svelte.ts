import { fr, type Dictionary } from './messages/fr.ts';
import { contentLocaleFor, localeOf, type ContentLocale, type Locale } from './locale.ts';

const dictionaries: Record<Locale, () => Promise<Dictionary>> = {
  fr: () => Promise.resolve(fr),
  nl: async () => (await import('./messages/nl.ts')).nl,
  de: async () => (await import('./messages/de.ts')).de,
  en: async () => (await import('./messages/en.ts')).en,
};

/** The language of the learner's pages: French until another one was loaded. */
class Language {
  #locale = $state<Locale>('fr');
  #text = $state.raw<Dictionary>(fr);
  #chosen = $state<string>();

  /** The language in use. */
  get locale(): Locale {
    return this.#locale;
  }

  /** Every sentence of the learner's pages, in the language in use. */
  get text(): Dictionary {
    return this.#text;
  }

  /** The language of what is not written in every language: exercises, campaigns. */
  get content(): ContentLocale {
    return contentLocaleFor(this.#locale, this.#chosen);
  }

  /** Switches to the nearest language that exists; resolves once its words are there. */
  async use(tag: string): Promise<void> {
    const locale = localeOf(tag);
    this.#text = await dictionaries[locale]();
    this.#locale = locale;
  }

  /** Says in which language exercises come where the language in use has none. */
  useForContent(chosen: string | undefined): void {
    this.#chosen = chosen;
  }
}

export const language = new Language();
