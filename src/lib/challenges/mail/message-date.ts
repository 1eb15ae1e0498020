import { dateFormat } from '#lib/i18n/formats.ts';

/** A message's date in a person's words: « 2 mars 2026 à 09:10 », or short for a list: « 2 mars ». */
export function messageDate(date: string, locale: string, length: 'short' | 'full'): string {
  const format = dateFormat(
    locale,
    length === 'short' ? { day: 'numeric', month: 'short' } : { dateStyle: 'long', timeStyle: 'short' },
  );
  return format.format(new Date(`${date}Z`));
}
