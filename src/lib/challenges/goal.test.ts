import { expect, test } from 'vitest';
import { gradeGoal, holds, type Condition, type Facts } from './goal.ts';

const facts: Facts = {
  'bill.in': 'taxes',
  'bill~1.in': 'home',
  name: 'Facture d’eau',
  opened: ['bill', 'photo'],
  free: 400,
  seen: true,
};
const words = (text: string): string => (text === '@water' ? 'facture d eau' : text);
const is = (condition: Condition): boolean => holds(condition, facts, words);

test('each test of a fact holds when it should, and only then', () => {
  expect(is({ fact: 'bill.in', is: 'taxes' })).toBe(true);
  expect(is({ fact: 'bill.in', is: 'home' })).toBe(false);
  expect(is({ fact: 'bill.in', not: 'home' })).toBe(true);
  expect(is({ fact: 'bill.in', in: ['home', 'taxes'] })).toBe(true);
  expect(is({ fact: 'opened', has: ['photo', 'bill'] })).toBe(true);
  expect(is({ fact: 'opened', has: 'film' })).toBe(false);
  expect(is({ fact: 'opened', lacks: ['film', 'bill'] })).toBe(false);
  expect(is({ fact: 'opened', same: ['photo', 'bill'] })).toBe(true);
  expect(is({ fact: 'opened', same: ['photo'] })).toBe(false);
  expect(is({ fact: 'name', means: '@water' })).toBe(true);
  expect(is({ fact: 'free', atLeast: 400 })).toBe(true);
  expect(is({ fact: 'free', atMost: 399 })).toBe(false);
});

test('a fact that does not exist satisfies only « not » and « lacks »', () => {
  expect(is({ fact: 'ghost', is: 'taxes' })).toBe(false);
  expect(is({ fact: 'ghost', atMost: 3 })).toBe(false);
  expect(is({ fact: 'ghost', same: [] })).toBe(false);
  expect(is({ fact: 'ghost', not: 'taxes' })).toBe(true);
  expect(is({ fact: 'ghost', lacks: 'bill' })).toBe(true);
});

test('one of several ways is enough for a step, and for a harm', () => {
  const moved: Condition = { fact: 'bill.in', is: 'taxes' };
  const copied: Condition = { fact: 'bill~1.in', is: 'taxes' };
  const step = { any: [[moved], [copied]], mistake: 'elsewhere' };
  expect(gradeGoal([step], [], [facts], words)).toMatchObject({ outcome: 'correct', score: 1 });
  expect(gradeGoal([step], [], [{ ...facts, 'bill.in': 'home', 'bill~1.in': 'taxes' }], words).outcome).toBe(
    'correct',
  );
  expect(gradeGoal([step], [], [{ ...facts, 'bill.in': 'home' }], words)).toMatchObject({
    outcome: 'incorrect',
    mistakes: ['elsewhere'],
  });
  const harm = { any: [[{ fact: 'seen', is: true } as const], [copied]], mistake: 'shown' };
  expect(gradeGoal([step], [harm], [facts], words)).toEqual({
    outcome: 'incorrect',
    score: 0,
    steps: 1,
    mistakes: ['shown'],
  });
});

test('each step met is a point: some of them is partial', () => {
  const met = { all: [{ fact: 'seen', is: true } as const] };
  const missed = { all: [{ fact: 'free', atLeast: 500 } as const], mistake: 'full' };
  expect(gradeGoal([met, missed], [], [facts], words)).toEqual({
    outcome: 'partial',
    score: 1,
    steps: 2,
    mistakes: ['full'],
  });
});

test('a step is met when every world meets it, and a harm is done when it is in any of them', () => {
  const step = { all: [{ fact: 'seen', is: true } as const], mistake: 'typed' };
  const worlds = [facts, { ...facts, seen: false }];
  expect(gradeGoal([step], [], worlds, words)).toMatchObject({ outcome: 'incorrect', mistakes: ['typed'] });
  const harm = { all: [{ fact: 'seen', is: false } as const], mistake: 'lost' };
  const reached = { all: [{ fact: 'bill.in', is: 'taxes' } as const] };
  expect(gradeGoal([reached], [harm], worlds, words)).toMatchObject({ outcome: 'incorrect', score: 0 });
  expect(gradeGoal([reached], [], worlds, words).outcome).toBe('correct');
});
