import { dateFormat } from '#lib/i18n/formats.ts';

/** A calendar day (YYYY-MM-DD) spelled out in a language: 10 janvier 2026. */
export function spelledDate(day: string, locale: string): string {
  const format = dateFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
