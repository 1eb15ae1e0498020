import { dateFormat } from '#lib/i18n/formats.ts';

/** A local day, written as YYYY-MM-DD, as people write it in short: 30/11/2026. */
export function writtenDay(day: string, locale: string): string {
  return dateFormat(locale, { dateStyle: 'short' }).format(new Date(day));
}
