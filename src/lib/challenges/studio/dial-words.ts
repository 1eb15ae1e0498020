import type { ContentLocale } from '#lib/i18n/locale.ts';
import type { ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';
import type { DialName } from './dials.ts';

/** Where a dial stands, as people read it: « à 2,5 secondes ». */
export function dialWords(
  dial: DialName,
  value: number,
  words: ExerciseDictionary['studio'],
  locale: ContentLocale,
): string {
  return words.units[dial](isTime(dial) ? secondsWords(value, locale) : plainWords(value, locale));
}

/** A time given in tenths of a second, in seconds: « 2,5 ». */
export function secondsWords(tenths: number, locale: ContentLocale): string {
  return plainWords(tenths / 10, locale);
}

function plainWords(value: number, locale: ContentLocale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

function isTime(dial: DialName): boolean {
  return ['from', 'to', 'fadeIn', 'fadeOut'].includes(dial);
}
