import { dateFormat, numberFormat } from '#lib/i18n/formats.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';

/** A price as people read it: « 2,99 € ». */
export function priceWords(euros: number, locale: ContentLocale): string {
  return numberFormat(locale, { style: 'currency', currency: 'EUR' }).format(euros);
}

/** A whole or decimal number as people read it. */
export function numberWords(value: number, locale: ContentLocale): string {
  return numberFormat(locale).format(value);
}

/** A day as people read it: « 5 mars 2026 ». */
export function dayWords(day: string, locale: ContentLocale): string {
  return dateFormat(locale, { dateStyle: 'long' }).format(new Date(day));
}
