import { startOfDay } from '#lib/base/clock.ts';

/** A day counted from 1970, as a calendar says it: « 5 mars 2026 ». */
export function dateWords(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(startOfDay(day));
}

/** A day that is near, as one says it: « jeudi 5 mars ». */
export function weekdayWords(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(startOfDay(day));
}
