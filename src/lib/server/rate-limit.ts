/** Says whether one more request may pass. */
export interface RateLimit {
  /** Whether `key` stays within the limit at `now`, in milliseconds; counts the request when it does. */
  readonly admits: (key: string, now: number) => boolean;
  /** Whether the next one would not pass; counts nothing. */
  readonly isFull: (key: string, now: number) => boolean;
}

const LARGEST = 10_000;

/** At most `most` requests of a key in each window. Kept in memory: it bounds guessing, and holds no one's address for longer. */
export function rateLimit(most: number, windowMs: number): RateLimit {
  const windows = new Map<string, { startedAt: number; count: number }>();
  return {
    isFull: (key, now) => {
      const known = windows.get(key);
      return known !== undefined && now - known.startedAt < windowMs && known.count >= most;
    },
    admits: (key, now) => {
      const known = windows.get(key);
      if (known !== undefined && now - known.startedAt < windowMs) {
        known.count += 1;
        return known.count <= most;
      }
      windows.delete(key);
      for (const [other, { startedAt }] of windows) {
        if (windows.size < LARGEST && now - startedAt < windowMs) break;
        windows.delete(other);
      }
      windows.set(key, { startedAt: now, count: 1 });
      return true;
    },
  };
}
