import { dateFormat } from '#lib/i18n/formats.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import type { Day } from './day.ts';

/** A day as people say it: « jeudi 5 mars », with its year where it is told. */
export function dayWords(day: Day, locale: ContentLocale, withYear = false): string {
  return format(day, locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(withYear && { year: 'numeric' }),
  });
}

/** A month written `2026-03` as people say it: « mars 2026 ». */
export function monthWords(month: string, locale: ContentLocale): string {
  return format(`${month}-01`, locale, { month: 'long', year: 'numeric' });
}

/** The name of a day of the week, long or as its first letters. */
export function weekdayWords(day: Day, locale: ContentLocale, weekday: 'long' | 'short'): string {
  return format(day, locale, { weekday }).replace('.', '');
}

function format(day: Day, locale: ContentLocale, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(locale, options).format(new Date(day));
}
