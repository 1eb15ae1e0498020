import type { Locale } from './locale.ts';

/** Words that only some screens need, apart from those of every page: the others load none of them. */
export class WordsApart<Text> {
  readonly #texts: Record<Locale, () => Promise<Text>>;
  #text: Text;

  constructor(french: Text, others: Record<Exclude<Locale, 'fr'>, () => Promise<Text>>) {
    this.#texts = { ...others, fr: () => Promise.resolve(french) };
    this.#text = $state.raw(french);
  }

  /** Every sentence, in the language last asked for. */
  get text(): Text {
    return this.#text;
  }

  /** Switches the language; resolves once its words are there. */
  async use(locale: Locale): Promise<void> {
    this.#text = await this.#texts[locale]();
  }
}
