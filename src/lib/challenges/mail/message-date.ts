/** A message's date in a person's words: « 2 mars 2026 à 09:10 », or short for a list: « 2 mars ». */
export function messageDate(date: string, locale: string, length: 'short' | 'full'): string {
  // The hour is the one the author wrote, wherever the device is.
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(length === 'short' ? { day: 'numeric', month: 'short' } : { dateStyle: 'long', timeStyle: 'short' }),
  });
  return format.format(new Date(`${date}Z`));
}
