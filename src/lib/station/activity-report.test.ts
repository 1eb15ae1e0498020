import { expect, test } from 'vitest';
import { activityCsv, minutesOf } from './activity-report.ts';

const flash = {
  day: '2026-03-02',
  startedAt: 60_000,
  lastAt: 2_700_000,
  policy: 'flash',
  competence: null,
  people: 6,
};

test('[ST-11] the report has a day, a duration, a theme and a number of people', () => {
  const topic = {
    ...flash,
    startedAt: 0,
    lastAt: 10_000,
    policy: 'competence',
    competence: '1.3',
    people: 1,
  };
  const nobody = { ...flash, people: 0 };
  expect(activityCsv([flash, topic, nobody])).toBe(
    '\ufeffJour;Durée (minutes);Thème;Personnes\r\n2026-03-02;1;Un sujet 1.3;1\r\n2026-03-02;44;Test éclair;6\r\n',
  );
});

test('[ST-11] a clock that was set in between gives a minute at least, a day at most', () => {
  expect(minutesOf({ ...flash, lastAt: -9e12 })).toBe(1);
  expect(minutesOf({ ...flash, lastAt: 9e12 })).toBe(24 * 60);
});
