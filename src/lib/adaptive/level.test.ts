import { expect, test } from 'vitest';
import { levelAt, levelOf } from '#lib/adaptive/level.ts';
import { drawNormal, normalCdf, normalNodes } from '#lib/adaptive/normal.ts';
import { seededRandom } from '#lib/base/random.ts';

const cuts = [-1.8, -1.2, -0.6, 0, 0.6, 1.2, 1.8, 2.4];

test('[AD-8] the level is the one the mean falls in, from 0 to 8; a cut belongs to the level it opens', () => {
  expect([-5, -1.8, -0.01, 0, 0.59, 2.39, 2.4, 9].map((theta) => levelAt(theta, cuts))).toEqual([
    0, 1, 3, 4, 4, 7, 8, 8,
  ]);
  expect(levelOf({ mean: 0.3, sd: 0.4 }, cuts).level).toBe(4);
});

test('[AD-8] certainty, within one and range follow from the estimate', () => {
  const { certainty, withinOne, low, high } = levelOf({ mean: 0.3, sd: 0.3 }, cuts);
  expect(certainty).toBeCloseTo(0.6826894921370859, 12);
  expect(withinOne).toBeCloseTo(0.9973002039367398, 12);
  expect([low, high]).toEqual([3, 5]);
  const lowest = levelOf({ mean: -2.4, sd: 0.6 }, cuts);
  expect(lowest).toMatchObject({ level: 0, low: 0, high: 1 });
  expect(lowest.certainty).toBeCloseTo(0.8413447460685429, 12);
  expect(lowest.withinOne).toBeCloseTo(0.9772498680518208, 12);
});

test('[AD-8] the probabilities of all levels sum to 1, and no doubt means certainty', () => {
  const whole = cuts
    .map((cut) => normalCdf(cut))
    .reduce((sum, below, index, all) => sum + below - (all[index - 1] ?? 0), 0);
  expect(whole + 1 - normalCdf(2.4)).toBeCloseTo(1, 14);
  expect(levelOf({ mean: 2.4, sd: 0 }, cuts)).toEqual({
    level: 8,
    low: 8,
    high: 8,
    certainty: 1,
    withinOne: 1,
  });
  expect(levelOf({ mean: -9, sd: 0.01 }, cuts).certainty).toBe(1);
});

test('the normal distribution function matches its published values and is symmetric', () => {
  expect(normalCdf(0)).toBe(0.5);
  expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 14);
  expect(normalCdf(-1.6448536269514722)).toBeCloseTo(0.05, 14);
  expect(normalCdf(-6)).toBeCloseTo(9.865876450376946e-10, 14);
  for (let z = -9; z <= 9; z += 0.25) expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14);
});

test('nodes and draws have mean 0 and variance 1', () => {
  const nodes = normalNodes(41, 4.5);
  expect(nodes.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 14);
  expect(nodes.reduce((sum, { z, weight }) => sum + weight * z * z, 0)).toBeCloseTo(1, 3);
  const random = seededRandom('normal');
  const draws = Array.from({ length: 20_000 }, () => drawNormal(random));
  expect(Math.abs(draws.reduce((sum, z) => sum + z, 0) / draws.length)).toBeLessThan(0.02);
  expect(Math.abs(draws.reduce((sum, z) => sum + z * z, 0) / draws.length - 1)).toBeLessThan(0.03);
});
