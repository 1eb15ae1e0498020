import { expect, test } from 'vitest';
import { afterFailure, afterWaiting, freeTries, mayTry, noTries, type Tries } from './tries.ts';

function failed(times: number): Tries {
  let tries: Tries = noTries;
  for (let each = 0; each < times; each += 1) tries = afterFailure({ ...tries, waitMs: 0 });
  return tries;
}

test('[ST-2] four failures cost nothing, the fifth a minute, each one more twice as much, an hour at most', () => {
  expect(failed(freeTries - 1)).toEqual({ failed: 4, waitMs: 0 });
  expect([5, 6, 7, 8, 9, 10, 11, 12, 40].map((times) => failed(times).waitMs / 60_000)).toEqual([
    1, 2, 4, 8, 16, 32, 60, 60, 60,
  ]);
});

test('[ST-2] the wait goes with the time that passes, and with nothing else', () => {
  const tries = failed(5);
  expect(mayTry(tries)).toBe(false);
  expect(mayTry(afterWaiting(tries, 59_999))).toBe(false);
  expect(mayTry(afterWaiting(tries, -1_000_000))).toBe(false);
  expect(mayTry(afterWaiting(afterWaiting(tries, 30_000), 30_000))).toBe(true);
  expect(afterWaiting(tries, 90_000)).toEqual({ failed: 5, waitMs: 0 });
});
