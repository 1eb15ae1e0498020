import type { Locale } from '#lib/i18n/locale.ts';
import type { PictureName } from './plan.ts';

const addresses = import.meta.glob<string>('./pictures/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** The address of a picture of the screens in a language; undefined where it was never taken. */
export function pictureAddress(name: PictureName, locale: Locale): string | undefined {
  return addresses[`./pictures/${locale}-${name}.webp`] ?? addresses[`./pictures/fr-${name}.webp`];
}
