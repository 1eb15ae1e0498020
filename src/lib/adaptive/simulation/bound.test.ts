import { expect, test } from 'vitest';
import { boundsOf, leastLength } from '#lib/adaptive/simulation/bound.ts';
import { informationOf } from '#lib/adaptive/simulation/information.ts';
import { creditProbabilities } from '#lib/adaptive/response-model.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { drawAbilities, drawBank, REFERENCE_WORLD } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';

const item: Item = { id: 'i', competence: 0, a: 1.3, b: 0.2, c: 0 };

test('[AD-35] information is that of the 3PL and of partial credit, and doubt lowers it', () => {
  for (const theta of [-2, 0, 0.2, 1.5]) {
    // Birnbaum (1968).
    const [wrong = NaN, right = NaN] = creditProbabilities({ ...item, c: 0.25 }, theta);
    const above = (right - 0.25) / 0.75;
    expect(informationOf({ ...item, c: 0.25 }, theta)).toBeCloseTo((1.69 * above * above * wrong) / right, 6);
    // Muraki (1993): a^2 times the variance of the credit.
    const graded = { ...item, steps: [-0.5, 0, 0.7] };
    const credits = creditProbabilities(graded, theta);
    const mean = credits.reduce((sum, p, credit) => sum + p * credit, 0);
    const variance = credits.reduce((sum, p, credit) => sum + p * (credit - mean) ** 2, 0);
    expect(informationOf(graded, theta)).toBeCloseTo(1.69 * variance, 6);
  }
  const doubtful = { ...item, sd: { a: 0.3, b: 0.6 } };
  expect(informationOf(doubtful, item.b)).toBeLessThan(0.9 * informationOf(item, item.b));
});

test('[AD-35] with one competence the bound is one over the root of prior and information', () => {
  const bank = {
    competences: ['1.1'],
    areas: [[0]],
    rho: [0.5],
    rhoDoubt: 0,
    cuts: [0],
    items: [item, { ...item, id: 'j', b: 3 }],
  };
  const bounds = boundsOf(bank, [[0.2]], 1);
  expect(bounds.areas).toBeCloseTo(1 / Math.sqrt(1 + (1.3 * 1.3) / 4), 8);
  expect(bounds.global).toBeCloseTo(bounds.areas, 12);
  expect(boundsOf(bank, [[0.2]], 0).competences).toBeCloseTo(1, 12);
});

test('[AD-35] the reference world: the bounds fall with the length, and 0.45 takes some forty questions', () => {
  const bank = drawBank(REFERENCE_WORLD, seededRandom('bound'));
  const random = seededRandom('learners');
  const abilities = Array.from({ length: 100 }, () => drawAbilities(bank, random));
  const ten = boundsOf(bank, abilities, 10);
  const twenty = boundsOf(bank, abilities, 20);
  expect(twenty.areas).toBeLessThan(ten.areas);
  expect(boundsOf(bank, abilities, 10.5).areas).toBeLessThan(ten.areas);
  const length = leastLength(bank, abilities, 0.45);
  expect(length).toBeGreaterThan(30);
  expect(length).toBeLessThan(45);
});
