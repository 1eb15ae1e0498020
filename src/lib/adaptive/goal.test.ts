import { expect, test } from 'vitest';
import { areasGoal, competenceGoal, gainsOf, weightsOf, type Goal, type Target } from '#lib/adaptive/goal.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { estimateOf, observe, priorOf, type Posterior } from '#lib/adaptive/posterior.ts';
import { expectedInformation, scoreProbability, type Belief } from '#lib/adaptive/response-model.ts';
import { drawBank } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';

const bank = drawBank({ areas: [3, 2], rho: 0.6, itemsPerCompetence: 4 }, seededRandom('goal'));
const prior = priorOf(bank);

test('the weights of a target share 1 among its competences', () => {
  expect(weightsOf({ kind: 'competence', competence: 3 }, prior)).toEqual([0, 0, 0, 1, 0]);
  expect(weightsOf({ kind: 'area', area: 1 }, prior)).toEqual([0, 0, 0, 0.5, 0.5]);
  expect(weightsOf({ kind: 'overall' }, prior)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
});

test('one competence as the goal gains all of its own variance, and of the others what they share', () => {
  const gains = gainsOf(competenceGoal(0), prior);
  expect(gains[0]).toBeCloseTo(1, 10);
  for (const other of [1, 2, 3, 4]) expect(gains[other]).toBeCloseTo(0.6 * 0.6, 2);
});

const overall: Target = { kind: 'overall' };

test.each<[string, Goal]>([
  ['one competence', competenceGoal(1)],
  ['the areas', areasGoal(bank)],
  ['the areas and the overall', [...areasGoal(bank), { target: overall, weight: 2 }]],
])('[AD-9] the expected drop of the loss agrees with observing each score: %s', (_, goal) => {
  const lossOf = (posterior: Posterior): number =>
    goal.reduce((sum, { target, weight }) => {
      const { sd } = estimateOf(posterior, weightsOf(target, posterior));
      return sum + weight * sd * sd;
    }, 0);
  const steps = [-0.4, 0.4];
  for (const [index, item] of bank.items.slice(0, 8).entries()) {
    const tried: Item = index % 2 === 0 ? item : { ...item, steps };
    const scores = tried.steps === undefined ? [0, 1] : [0, 0.5, 1];
    const expectedLoss = scores.reduce(
      (sum, score) => sum + predictive(tried, score) * lossOf(observe(prior, tried, score)),
      0,
    );
    const belief = prior.beliefs[tried.competence] as Belief;
    const gain = gainsOf(goal, prior)[tried.competence] ?? NaN;
    const drop = gain * belief.variance * belief.variance * expectedInformation(tried, belief);
    const tolerance = tried.steps === undefined ? (Math.abs(tried.b) < 1 ? 0.1 : 0.25) : 0.01;
    expect(Math.abs(drop / (lossOf(prior) - expectedLoss) - 1)).toBeLessThan(tolerance);
  }
});

/** The probability of a score before anything is known, by brute force. */
function predictive(item: Item, score: number): number {
  let sum = 0;
  let total = 0;
  for (let theta = -6; theta <= 6; theta += 0.02) {
    const weight = Math.exp((-theta * theta) / 2);
    sum += weight * scoreProbability(item, score, theta);
    total += weight;
  }
  return sum / total;
}
