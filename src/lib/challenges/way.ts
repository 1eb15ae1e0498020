import type { Json } from '#lib/base/canonical-json.ts';

/** Keys of responses whose value is given part by part; an order is whole or nothing. */
const inParts = ['choices', 'pairs', 'selected', 'values', 'places'];

/**
 * A right response, gesture by gesture: each is the response so far, the last one is whole. A log of actions grows by
 * one action, a response of several parts by one part; any other response is one gesture.
 */
export function gesturesOf(way: Json): readonly Json[] {
  if (Array.isArray(way)) return prefixes(way);
  if (way === null || typeof way !== 'object') return [way];
  const [entry, ...more] = Object.entries(way);
  if (entry === undefined || more.length > 0) return [way];
  const [key, parts] = entry;
  if (!inParts.includes(key) || parts === null || typeof parts !== 'object') return [way];
  if (Array.isArray(parts)) return prefixes(parts).map((some) => ({ [key]: some }));
  return prefixes(Object.entries(parts)).map((some) => ({ [key]: Object.fromEntries(some) }));
}

function prefixes<Part>(parts: readonly Part[]): readonly (readonly Part[])[] {
  return parts.map((_, index) => parts.slice(0, index + 1));
}
