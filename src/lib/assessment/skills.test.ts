import { expect, test } from 'vitest';
import type { Attempt, GivenResponse } from './attempt.ts';
import { skillsMet } from './skills.ts';

const given = (item: string, outcome: GivenResponse['outcome'], help = 0) =>
  ({ item, outcome, help }) as GivenResponse;
const attempt = (...responses: GivenResponse[]) => ({ responses }) as unknown as Attempt;
const skillOfItem = (item: string): string | undefined => (item === 'gone' ? undefined : item.slice(0, 1));

test('a skill is to be practised while its last answer was not a success alone', () => {
  const attempts = [
    attempt(given('a1', 'incorrect'), given('b1', 'skipped'), given('gone', 'incorrect')),
    attempt(given('a2', 'correct'), given('c1', 'correct', 2), given('d1', 'correct')),
  ];
  expect(skillsMet(attempts, skillOfItem)).toEqual({ can: ['d', 'a'], learn: ['c', 'b'] });
});
