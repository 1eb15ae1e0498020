import { localeOf, preferredLocale, type Locale } from '#lib/i18n/locale.ts';

export const localeCookie = 'jalon-staff-language';

interface LocaleEvent {
  readonly cookies: { readonly get: (name: string) => string | undefined };
  readonly request: { readonly headers: Headers };
}

/** The language of the staff's pages: the one chosen, else the browser's first that exists, else French. */
export function staffLocale({ cookies, request }: LocaleEvent): Locale {
  const chosen = cookies.get(localeCookie);
  if (chosen !== undefined) return localeOf(chosen);
  const accepted = request.headers.get('accept-language') ?? '';
  return preferredLocale(accepted.split(',').map((tag) => (tag.split(';')[0] ?? '').trim()));
}
