import { expect, test } from 'vitest';
import type { EventFact } from '#lib/journal/event.ts';
import { completedTests, practice, profileOf, runningAttempt } from './profile.ts';

const started = (attempt: string, policy: string): EventFact => ({
  ...{ type: 'attempt.started', attempt, policy, competence: null, bundle: 'b', revision: 1, engine: 1 },
  ...{ grader: 1, seed: 's', length: 10, campaign: null, item: 'i' },
});
const completed = (attempt: string): EventFact => ({ type: 'attempt.completed', attempt, levels: [] });
const profile = (...facts: readonly EventFact[]) =>
  profileOf(facts.map((fact) => ({ ...fact, at: 0, offsetMinutes: 0 })));

test('[AS-12] practice stands before a test that waits, and leaves it where it stood', () => {
  const both = [started('test', 'diagnostic'), started('skill', practice)];
  expect(runningAttempt(profile(...both))?.id).toBe('skill');
  const after = profile(...both, completed('skill'));
  expect(runningAttempt(after)?.id).toBe('test');
  expect(completedTests(after)).toEqual([]);
  expect(completedTests(profile(...both, completed('test'))).map(({ id }) => id)).toEqual(['test']);
});
