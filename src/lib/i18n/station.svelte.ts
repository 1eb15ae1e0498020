import { station as fr, type StationText } from './messages/fr/station.ts';
import { WordsApart } from './words-apart.svelte.ts';

/** The words of a shared device. */
export const stationWords = new WordsApart<StationText>(fr, {
  nl: async () => (await import('./messages/nl/station.ts')).station,
  de: async () => (await import('./messages/de/station.ts')).station,
  en: async () => (await import('./messages/en/station.ts')).station,
});
