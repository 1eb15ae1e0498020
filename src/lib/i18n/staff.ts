import type { Locale } from './locale.ts';
import { organisation as de } from './messages/de/organisation.ts';
import { organisation as en } from './messages/en/organisation.ts';
import { organisation as nl } from './messages/nl/organisation.ts';
import { organisation as fr, type StaffText } from './messages/fr/organisation.ts';

const texts: Record<Locale, StaffText> = { fr, nl, de, en };

/** Every sentence of the staff's pages in a language; these pages are made on the server, so it is an argument. */
export function staffText(locale: Locale): StaffText {
  return texts[locale];
}

/** A calendar day in words; `day` is YYYY-MM-DD. */
export function dayInWords(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : format.format(at);
}
