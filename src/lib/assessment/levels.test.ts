import { expect, test } from 'vitest';
import { drawBank } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';
import { measuredLevels } from './levels.ts';
import { isPolicy, policyFor } from './policy.ts';

const bank = drawBank({ areas: [2, 1], rho: 0.6, itemsPerCompetence: 3 }, seededRandom('levels'));
const answers = bank.items.map(({ id }) => ({ item: id, score: 1 }));
const targets = (policy: string, competence: string | null = null): readonly string[] =>
  measuredLevels({ policy, competence }, answers, bank).map(({ target }) => target);

test('[AS-7] what an attempt states levels of follows from its policy', () => {
  expect(targets('flash')).toEqual(['1', '2']);
  expect(targets('diagnostic')).toEqual(['1', '2']);
  expect(targets('paper')).toEqual(['1', '2']);
  expect(targets('profile')).toEqual(['1.1', '1.2', '2.1']);
  expect(targets('certification')).toEqual(['1.1', '1.2', '2.1']);
  expect(targets('competence', '1.2')).toEqual(['1.2']);
  const review = { policy: 'review', competence: '1.2', skill: 's' };
  expect(measuredLevels(review, answers, bank)).toEqual([]);
});

test('practice needs its skill, and an unknown policy is none', () => {
  expect(policyFor({ policy: 'practice', competence: '1.1', skill: 's' }, bank).skill).toBe('s');
  expect(() => policyFor({ policy: 'practice', competence: '1.1' }, bank)).toThrow('skill');
  expect(() => policyFor({ policy: 'competence', competence: '9.9' }, bank)).toThrow('9.9');
  expect(isPolicy('other')).toBe(false);
});
