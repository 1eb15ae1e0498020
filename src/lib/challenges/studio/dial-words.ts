import type { ContentLocale } from '#lib/i18n/locale.ts';
import type { ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';
import { numberWords } from '../quantity-words.ts';
import type { DialName } from './dials.ts';

const times: readonly DialName[] = ['from', 'to', 'fadeIn', 'fadeOut'];

/** Where a dial stands, as people read it: « à 2,5 secondes ». Times are given in tenths of a second. */
export function dialWords(
  dial: DialName,
  value: number,
  words: ExerciseDictionary['studio'],
  locale: ContentLocale,
): string {
  return words.units[dial](numberWords(times.includes(dial) ? value / 10 : value, locale));
}
