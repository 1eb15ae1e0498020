import { expect, test } from 'vitest';
import { rateLimit } from './rate-limit.ts';

test('so many a window for each key, and a new window after it', () => {
  const limit = rateLimit(2, 1_000);
  expect(limit.isFull('a', 0)).toBe(false);
  expect([0, 1, 2].map((now) => limit.admits('a', now))).toEqual([true, true, false]);
  expect([limit.isFull('a', 3), limit.isFull('b', 3), limit.isFull('a', 1_000)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(limit.admits('b', 3)).toBe(true);
  expect(limit.admits('a', 1_000)).toBe(true);
});

test('a flood of keys does not fill the memory, and the newest keys keep their count', () => {
  const limit = rateLimit(1, 1_000);
  for (let key = 0; key < 20_000; key += 1) limit.admits(`${key}`, 0);
  expect(limit.admits('19999', 1)).toBe(false);
  expect(limit.admits('0', 1)).toBe(true);
});
