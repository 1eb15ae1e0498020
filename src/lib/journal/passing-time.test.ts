import { expect, test } from 'vitest';
import { journalDays } from './passing-time.ts';

const day = 86_400_000;
const at = (days: number) => ({ at: days * day, offsetMinutes: 0 });

test('[JN-10] with a clock that only goes forward, days are those of the calendar', () => {
  expect(journalDays([at(10), at(10.5), at(13)], at(14.2))).toEqual({
    ...{ days: [10, 10, 13], today: 14, ahead: 0 },
  });
  expect(journalDays([], at(3))).toEqual({ days: [], today: 3, ahead: 0 });
});

test('[JN-10] a clock that goes back takes no day away and adds none', () => {
  // Three days, then ten back, then two more.
  const { days, today, ahead } = journalDays([at(10), at(13), at(3), at(4)], at(5));
  expect(days).toEqual([10, 13, 13, 14]);
  expect(today).toBe(15);
  expect(ahead).toBe(10);
  expect(journalDays([at(10), at(13)], at(2)).today).toBe(13);
});

test('[JN-10] a day begins at midnight where the person is', () => {
  const evening = { at: 10.99 * day, offsetMinutes: 120 };
  expect(journalDays([evening], evening).today).toBe(11);
});
