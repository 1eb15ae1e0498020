import { expect, test } from 'vitest';
import type { EventFact, JournalEvent } from '#lib/journal/event.ts';
import { lettersOf, screensOf } from './screens.ts';

const moment = { at: 0, offsetMinutes: 0 };
const started = { type: 'attempt.started', item: 'a' } as EventFact;
const given = (item: string, next: string | null): EventFact =>
  ({ type: 'response.given', item, next }) as EventFact;
const read = (...facts: EventFact[]): ReturnType<typeof screensOf> =>
  screensOf(
    facts.map((fact): JournalEvent => ({ ...fact, ...moment })),
    (item) => item.toUpperCase(),
  );

test('a journal says which screens were seen, and where the test stands', () => {
  expect(read(started, given('a', 'b'))).toEqual({
    screens: ['1 question 1 A', '1 look back 1', '1 question 2 B'],
    ...{ tests: 1, current: '1 question 2 B', answers: 1, doubled: 0, broken: 0 },
  });
  const over = read(
    started,
    given('a', null),
    { type: 'attempt.completed', attempt: '', levels: [] },
    started,
  );
  expect(over.screens).toEqual(['1 question 1 A', '1 look back 1', '1 result', '2 question 1 A']);
});

test('an answer that is there twice, and one to what was not asked, are told', () => {
  expect(read(started, given('a', 'b'), given('a', 'b'))).toMatchObject({ doubled: 1, broken: 0 });
  expect(read(started, given('c', 'b'))).toMatchObject({ doubled: 0, broken: 1 });
});

test('only letters and digits of a text count', () => {
  expect(lettersOf('L’été,\u00a0à 2\u00a0h\u00a0?')).toBe('Létéà2h');
});
