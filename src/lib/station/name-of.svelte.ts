import { language } from '#lib/i18n/language.svelte.ts';
import { stationWords } from '#lib/i18n/station.svelte.ts';
import { lineName, type NamedLine } from './line-name.ts';

/** How a mediator's pages call somebody, in the language of the page. */
export function nameOf(line: NamedLine): string {
  const { home, show } = stationWords.text;
  const words = { avatars: language.text.common.avatars, guest: show.guest, numbered: home.numbered };
  return lineName(line, words);
}
