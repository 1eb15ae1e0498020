/** A local day, written as YYYY-MM-DD, as people write it in short: 30/11/2026. */
export function writtenDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' }).format(new Date(day));
}
