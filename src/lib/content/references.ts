import type { Json } from '#lib/base/canonical-json.ts';

/** Every `@key` inside a value, without its sign. */
export function keysIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return /^@[a-z0-9][\w.~-]*$/i.test(value) ? [value.slice(1)] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((inner) => keysIn(inner));
}

/** Every name of a mistake inside a value. */
export function mistakesIn(value: Json | undefined): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'mistake' && typeof inner === 'string' ? [inner] : mistakesIn(inner),
  );
}

/** The value with each `@key` replaced by its words; other texts stay. */
export function withWords(value: Json, words: (text: string) => string): Json {
  if (typeof value === 'string') return words(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((inner) => withWords(inner as Json, words));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withWords(inner, words)]));
}
