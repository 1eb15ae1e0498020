/** The languages of the interface, French first. */
export const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Each language's name, in itself. */
export const localeNames: Record<Locale, string> = { fr: 'Français', en: 'English' };

/** The nearest language that exists for a BCP 47 tag (fr-BE to fr); French when there is none. */
export function localeOf(tag: string): Locale {
  const main = tag.toLowerCase().split('-')[0];
  return locales.find((locale) => locale === main) ?? 'fr';
}

/** The first of a person's preferred tags that exists, French otherwise. */
export function preferredLocale(tags: readonly string[]): Locale {
  for (const tag of tags) {
    const main = tag.toLowerCase().split('-')[0];
    const found = locales.find((locale) => locale === main);
    if (found !== undefined) return found;
  }
  return 'fr';
}
