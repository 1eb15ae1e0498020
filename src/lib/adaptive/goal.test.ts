import { expect, test } from 'vitest';
import { curveTable } from '#lib/adaptive/curve.ts';
import { expectedDrop, outlookOn } from '#lib/adaptive/expected-drop.ts';
import {
  areasGoal,
  competenceGoal,
  gainsOf,
  overallGoal,
  profileGoal,
  type Goal,
} from '#lib/adaptive/goal.ts';
import { stepCount, type Item } from '#lib/adaptive/item.ts';
import { estimateOf, observe, priorOf, type Posterior } from '#lib/adaptive/posterior.ts';
import { creditProbabilities } from '#lib/adaptive/response-model.ts';
import { drawBank } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';

const bank = drawBank({ areas: [3, 2], rho: 0.6, itemsPerCompetence: 4 }, seededRandom('goal'));
const prior = priorOf(bank);

test('the weights of a target share 1 among its competences', () => {
  expect(competenceGoal(bank, 3)[0]?.weights).toEqual([0, 0, 0, 1, 0]);
  expect(areasGoal(bank)[1]?.weights).toEqual([0, 0, 0, 0.5, 0.5]);
  expect(overallGoal(bank)[0]?.weights).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
  expect(profileGoal(bank)).toHaveLength(5);
});

test('one competence as the goal gains all of its own variance, and of the others what they share', () => {
  const gains = gainsOf(competenceGoal(bank, 0), prior);
  expect(gains[0]).toBeCloseTo(1, 10);
  for (const other of [1, 2, 3, 4]) expect(gains[other]).toBeCloseTo(0.6 * 0.6, 2);
});

test.each<[string, Goal, number]>([
  ['one competence', competenceGoal(bank, 1), 0.02],
  ['the areas', areasGoal(bank), 0.02],
  ['the areas and the overall', [...areasGoal(bank), ...overallGoal(bank)], 0.02],
])('[AD-9] the expected drop of the loss agrees with observing each score: %s', (_, goal, tolerance) => {
  const lossOf = (posterior: Posterior): number =>
    goal.reduce((sum, { weights, importance }) => {
      const { sd } = estimateOf(posterior, weights);
      return sum + importance * sd * sd;
    }, 0);
  for (const [index, item] of bank.items.slice(0, 8).entries()) {
    const tried: Item = index % 2 === 0 ? item : { ...item, steps: [-0.4, 0.4] };
    const steps = stepCount(tried);
    const expectedLoss = Array.from({ length: steps + 1 }, (_, credit) => credit).reduce(
      (sum, credit) => sum + predictive(tried, credit) * lossOf(observe(prior, tried, credit / steps)),
      0,
    );
    const gain = gainsOf(goal, prior)[tried.competence] ?? NaN;
    const drop = gain * expectedDrop(curveTable([tried]), 0, outlookOn(prior, tried.competence));
    expect(Math.abs(drop / (lossOf(prior) - expectedLoss) - 1)).toBeLessThan(tolerance);
  }
});

/** The probability of a credit before anything is known, by brute force. */
function predictive(item: Item, credit: number): number {
  let sum = 0;
  let total = 0;
  for (let theta = -6; theta <= 6; theta += 0.02) {
    const weight = Math.exp((-theta * theta) / 2);
    sum += weight * (creditProbabilities(item, theta)[credit] ?? NaN);
    total += weight;
  }
  return sum / total;
}
