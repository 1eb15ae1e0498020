import type { ContentLocale } from '#lib/i18n/locale.ts';

const noBreak = '\u00a0';

/** The text with the marks of print that a keyboard lacks: curved apostrophes, and in French spaces that never break a line. */
export function typeset(text: string, locale: ContentLocale): string {
  const curved = text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
  if (locale !== 'fr') return curved;
  return curved.replace(/ (?=[:;?!»%€](?!\S*\/))/gu, noBreak).replace(/(?<=«) /gu, noBreak);
}
