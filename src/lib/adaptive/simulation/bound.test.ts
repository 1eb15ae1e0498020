import { expect, test } from 'vitest';
import { boundsOf, leastLength } from '#lib/adaptive/simulation/bound.ts';
import { informationOf } from '#lib/adaptive/simulation/information.ts';
import { creditProbabilities } from '#lib/adaptive/response-model.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { drawAbilities, drawBank, REFERENCE_WORLD } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';

const item: Item = { id: 'i', competence: 0, a: 1.3, b: 0.2, c: 0 };

test('[AD-35] information is the mean square of the slope of the log probability', () => {
  const step = 1e-5;
  for (const each of [
    item,
    { ...item, c: 0.25 },
    { ...item, steps: [-0.5, 0, 0.7] },
    { ...item, c: 0.25, sd: { a: 0.3, b: 0.6 } },
    { ...item, steps: [-0.5, 0, 0.7], sd: { a: 0.3, b: 0.6 } },
  ]) {
    for (const theta of [-2, 0, 0.2, 1.5]) {
      const here = creditProbabilities(each, theta);
      const above = creditProbabilities(each, theta + step);
      const below = creditProbabilities(each, theta - step);
      const expected = here.reduce((sum, p, credit) => {
        const slope = ((above[credit] ?? NaN) - (below[credit] ?? NaN)) / (2 * step);
        return sum + (slope * slope) / p;
      }, 0);
      expect(informationOf(each, theta)).toBeCloseTo(expected, 6);
    }
  }
});

test('[AD-35] an item in doubt tells less', () => {
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
  expect(bounds.areas).toBeCloseTo(1 / Math.sqrt(1 + (1.3 * 1.3) / 4), 10);
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
