const formats = new Map<string, Intl.DateTimeFormat>();

/** A message's date in a person's words: « 2 mars 2026 à 09:10 », or short for a list: « 2 mars ». */
export function messageDate(date: string, locale: string, length: 'short' | 'full'): string {
  return formatOf(locale, length).format(new Date(`${date}Z`));
}

// Made once: a format costs a slow telephone several milliseconds, and a list holds many dates.
function formatOf(locale: string, length: 'short' | 'full'): Intl.DateTimeFormat {
  const key = `${locale}/${length}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  // The hour is the one the author wrote, wherever the device is.
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(length === 'short' ? { day: 'numeric', month: 'short' } : { dateStyle: 'long', timeStyle: 'short' }),
  });
  formats.set(key, format);
  return format;
}
