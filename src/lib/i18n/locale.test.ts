import { expect, test } from 'vitest';
import { contentLocaleFor, localeOf, preferredLocale } from './locale.ts';

test('a tag leads to the nearest language of the interface, a list to its first that exists', () => {
  expect(localeOf('nl-BE')).toBe('nl');
  expect(localeOf('DE')).toBe('de');
  expect(localeOf('it')).toBe('fr');
  expect(preferredLocale(['it', 'de-BE', 'fr'])).toBe('de');
  expect(preferredLocale([])).toBe('fr');
});

test('exercises come in the language of the pages where it has some, else in the one chosen, else in French', () => {
  expect(contentLocaleFor('en', 'fr')).toBe('en');
  expect(contentLocaleFor('nl', 'en')).toBe('en');
  expect(contentLocaleFor('nl', undefined)).toBe('fr');
  expect(contentLocaleFor('de', 'de')).toBe('fr');
});
