import type { JournalEvent } from '#lib/journal/event.ts';

/** Of some items, those that were never answered; when all were, the one answered the longest ago. */
export function freshestItems(
  items: readonly string[],
  events: readonly JournalEvent[],
): ReadonlySet<string> {
  const answered = events.flatMap((event) => (event.type === 'response.given' ? [event.item] : []));
  const fresh = items.filter((item) => !answered.includes(item));
  if (fresh.length > 0) return new Set(fresh);
  const byAge = items.toSorted((left, right) => answered.lastIndexOf(left) - answered.lastIndexOf(right));
  return new Set(byAge.slice(0, 1));
}
