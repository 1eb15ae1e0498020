/** A calendar day (YYYY-MM-DD) spelled out in a language: 10 janvier 2026. */
export function spelledDate(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}
