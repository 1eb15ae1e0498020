import { station as fr, type StationText } from './messages/fr/station.ts';
import type { Locale } from './locale.ts';

const texts: Record<Locale, () => Promise<StationText>> = {
  fr: () => Promise.resolve(fr),
  nl: async () => (await import('./messages/nl/station.ts')).station,
  de: async () => (await import('./messages/de/station.ts')).station,
  en: async () => (await import('./messages/en/station.ts')).station,
};

/** The words of a shared device, apart from those of the pages: a telephone of one person loads none of them. */
class StationWords {
  #text = $state.raw<StationText>(fr);

  /** Every sentence, in the language last asked for. */
  get text(): StationText {
    return this.#text;
  }

  /** Switches the language; resolves once its words are there. */
  async use(locale: Locale): Promise<void> {
    this.#text = await texts[locale]();
  }
}

export const stationWords = new StationWords();
