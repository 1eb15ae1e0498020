import { numberFormat } from '#lib/i18n/formats.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import type { Format } from './start.ts';
import { textIn, type Value } from './value.ts';

/** A value as its cell shows it. */
export function shown(value: Value, format: Format, locale: ContentLocale): string {
  if (typeof value === 'boolean') return textIn(value);
  if (typeof value !== 'number') return textIn(value);
  if (format === 'euro') return number(value, locale, { style: 'currency', currency: 'EUR' });
  if (format === 'percent') return number(value, locale, { style: 'percent', maximumFractionDigits: 1 });
  return number(value, locale, { maximumFractionDigits: 4, useGrouping: false });
}

function number(value: number, locale: ContentLocale, options: Intl.NumberFormatOptions): string {
  return numberFormat(locale, options).format(value);
}

/** What stands in a cell as one types it: a number with a decimal comma, the rest as it is. */
export function typedAs(content: number | string): string {
  return textIn(content);
}
