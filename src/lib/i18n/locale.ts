/** The languages of the interface, French first. */
export const locales = ['fr', 'nl', 'de', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Each language's name, in itself. */
export const localeNames: Record<Locale, string> = {
  fr: 'Français',
  nl: 'Nederlands',
  de: 'Deutsch',
  en: 'English',
};

/** Which way each language is written. */
export const directions: Record<Locale, 'ltr' | 'rtl'> = { fr: 'ltr', nl: 'ltr', de: 'ltr', en: 'ltr' };

/** The languages that exercises and campaigns are written in: fewer than those of the interface. */
export const contentLocales = ['fr', 'en'] as const;
export type ContentLocale = (typeof contentLocales)[number];

/** Words in every language that exercises have, and in others where somebody translated them. */
export type Localised = Readonly<Record<ContentLocale, string> & Partial<Record<Locale, string | undefined>>>;

/** The nearest language that exists for a BCP 47 tag (fr-BE to fr); French when there is none. */
export function localeOf(tag: string): Locale {
  return preferredLocale([tag]);
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

/** Whether exercises are written in a language. */
export function hasExercises(locale: string | undefined): locale is ContentLocale {
  return contentLocales.some((each) => each === locale);
}

/** The language of exercises for somebody who reads `locale`: the same where there are some, else the one they chose, else French. */
export function contentLocaleFor(locale: Locale, chosen: string | undefined): ContentLocale {
  if (hasExercises(locale)) return locale;
  return hasExercises(chosen) ? chosen : 'fr';
}
