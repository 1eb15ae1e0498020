import { expect, test } from 'vitest';
import { staffLocale } from './staff-locale.ts';

const event = (accepted: string | undefined, cookie?: string) => ({
  cookies: { get: () => cookie },
  request: { headers: new Headers(accepted === undefined ? {} : { 'accept-language': accepted }) },
});

test('the language chosen, else the first of the browser’s that exists, else French', () => {
  expect(staffLocale(event('fr-BE', 'en'))).toBe('en');
  expect(staffLocale(event('nl-BE,nl;q=0.9,en;q=0.8,fr;q=0.7'))).toBe('nl');
  expect(staffLocale(event('fr-BE,fr;q=0.9'))).toBe('fr');
  expect(staffLocale(event('it, ;;,de'))).toBe('de');
  expect(staffLocale(event('it, ;;,'))).toBe('fr');
  expect(staffLocale(event(undefined))).toBe('fr');
});
