import { startOfDay } from '#lib/base/clock.ts';
import { dateFormat } from '#lib/i18n/formats.ts';

/** A day counted from 1970, as a calendar says it: « 5 mars 2026 ». */
export function dateWords(day: number, locale: string): string {
  return dateFormat(locale, { dateStyle: 'long' }).format(startOfDay(day));
}

/** A day that is near, as one says it: « jeudi 5 mars ». */
export function weekdayWords(day: number, locale: string): string {
  return dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(startOfDay(day));
}
