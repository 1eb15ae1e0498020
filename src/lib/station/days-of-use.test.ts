import { expect, test } from 'vitest';
import { daysSince, fateOf, withDay } from './days-of-use.ts';

const days = (count: number): string[] => Array.from({ length: count }, (_, index) => `day ${index}`);
const guest = { lock: 'none', usedDay: 'day 0', isNoticed: false };
const kept = { lock: 'code', usedDay: 'day 0', isNoticed: false };

test('[ST-7] a day counts once, however the clock goes to and fro', () => {
  const seen = ['day 1', 'day 9', 'day 1', 'day 9', 'day 1'].reduce<readonly string[]>(withDay, []);
  expect(seen).toEqual(['day 1', 'day 9']);
  expect(daysSince(seen, 'day 1')).toBe(1);
  expect(daysSince(seen, 'never')).toBe(0);
});

test('[ST-7] a guest is here today, out of sight the next day of use, erased the one after', () => {
  expect(fateOf(guest, days(1), 'day 0')).toBe('here');
  expect(fateOf(guest, days(2), 'day 1')).toBe('ended');
  expect(fateOf(guest, days(3), 'day 2')).toBe('over');
});

test('[ST-7] a clock that jumps by years and comes back costs a guest nothing', () => {
  const jumped = withDay(days(1), '2031-01-01');
  expect(fateOf(guest, jumped, '2031-01-01')).toBe('ended');
  expect(fateOf(guest, jumped, 'day 0')).toBe('here');
});

test('[ST-7] a kept journal stays for 30 days of use once its end was told, for 60 otherwise', () => {
  expect(fateOf(kept, days(25), 'day 24')).toBe('here');
  expect(fateOf(kept, days(26), 'day 25')).toBe('leaving');
  expect(fateOf(kept, days(31), 'day 30')).toBe('leaving');
  expect(fateOf({ ...kept, isNoticed: true }, days(30), 'day 29')).toBe('leaving');
  expect(fateOf({ ...kept, isNoticed: true }, days(31), 'day 30')).toBe('over');
  expect(fateOf(kept, days(61), 'day 60')).toBe('over');
});
