import { expect, test } from 'vitest';
import type { Bank } from '#lib/adaptive/bank.ts';
import { FACTOR, GREATEST_RHO, rhoScenarios, USUAL_RHO_DOUBT } from '#lib/adaptive/factor.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { areaEstimate, competenceEstimate, observe, priorOf } from '#lib/adaptive/posterior.ts';
import { creditProbabilities } from '#lib/adaptive/response-model.ts';

const rho = [0.5, 0.7];
const items = Array.from({ length: 14 }, (_, index): Item => ({
  id: `i${index}`,
  competence: index % 2,
  a: 1 + (index % 3) * 0.4,
  b: (index % 5) / 2 - 1,
  c: 0,
}));
const bank: Bank = {
  competences: ['1.1', '1.2'],
  areas: [[0, 1]],
  rho,
  rhoDoubt: USUAL_RHO_DOUBT,
  cuts: [0],
  items,
};
const posteriorAfter = (scores: readonly number[]) =>
  scores.reduce((posterior, score, index) => observe(posterior, items[index] as Item, score), priorOf(bank));

/** Mean and SD of both competences and of their mean: a sum over a square, for each belief about rho in turn. */
function bruteForce(scores: readonly number[]): { mean: number; sd: number }[] {
  const grid = Array.from({ length: 241 }, (_, index) => (index - 120) / 20);
  const likelihoods = [0, 1].map((competence) =>
    grid.map((theta) =>
      scores.reduce((product, score, index) => {
        const item = items[index] as Item;
        return item.competence === competence
          ? product * (creditProbabilities(item, theta)[score] ?? NaN)
          : product;
      }, 1),
    ),
  );
  const scenarios = rho.map((share) => rhoScenarios(share, USUAL_RHO_DOUBT));
  const sums = [0, 1, 2].map(() => ({ first: 0, second: 0 }));
  let total = 0;
  for (const scenario of [0, 1, 2]) {
    const correlation = Math.sqrt((scenarios[0]?.[scenario] ?? NaN) * (scenarios[1]?.[scenario] ?? NaN));
    const left = 1 - correlation * correlation;
    grid.forEach((x, column) => {
      grid.forEach((y, row) => {
        const density = Math.exp((-0.5 * (x * x - 2 * correlation * x * y + y * y)) / left) / Math.sqrt(left);
        const weight = density * (likelihoods[0]?.[column] ?? NaN) * (likelihoods[1]?.[row] ?? NaN);
        total += weight;
        [x, y, (x + y) / 2].forEach((value, index) => {
          const sum = sums[index] as { first: number; second: number };
          sum.first += weight * value;
          sum.second += weight * value * value;
        });
      });
    });
  }
  return sums.map(({ first, second }) => {
    const mean = first / total;
    return { mean, sd: Math.sqrt(second / total - mean * mean) };
  });
}

const logitOf = (share: number): number => Math.log(share / (1 - share));

test.each<[string, number[]]>([
  ['no answer', []],
  ['answers that agree', [1, 1, 1, 1, 0, 1]],
  ['answers that tell two competences apart', [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]],
])('[AD-53] with doubt about rho the posterior is the average over the beliefs: %s', (_, scores) => {
  const posterior = posteriorAfter(scores);
  const estimates = [
    competenceEstimate(posterior, 0),
    competenceEstimate(posterior, 1),
    areaEstimate(posterior, 0),
  ];
  bruteForce(scores).forEach((exact, index) => {
    expect(Math.abs((estimates[index]?.mean ?? NaN) - exact.mean)).toBeLessThan(0.0015);
    expect(Math.abs((estimates[index]?.sd ?? NaN) - exact.sd)).toBeLessThan(0.0015);
  });
});

test('[AD-53] answers tell how much competences share: those that differ make the least share the likeliest', () => {
  const { factor } = posteriorAfter([1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]);
  const [least = NaN, middle = NaN, most = NaN] = [0, 1, 2].map((scenario) =>
    factor.reduce((sum, weight, node) => (FACTOR[node]?.scenario === scenario ? sum + weight : sum), 0),
  );
  expect(least + middle + most).toBeCloseTo(1, 12);
  expect(least).toBeGreaterThan(1 / 3);
  expect(least).toBeGreaterThan(middle);
  expect(middle).toBeGreaterThan(most);
});

test('[AD-53] without doubt there is one belief, with much of it the usual one, and 0 stays 0', () => {
  for (const share of rhoScenarios(0.5, 0)) expect(share).toBeCloseTo(0.5, 12);
  expect(rhoScenarios(0.2, 1e6)[1]).toBeCloseTo(0.6, 6);
  expect(rhoScenarios(0, USUAL_RHO_DOUBT)).toEqual([0, 0, 0]);
  expect(Math.max(...rhoScenarios(0.99, 0.1))).toBe(GREATEST_RHO);
});

test('[AD-53] the beliefs have the mean and the SD of two doubts weighed together', () => {
  const logits = rhoScenarios(0.5, 0.5).map(logitOf);
  const mean = logits.reduce((sum, logit) => sum + logit, 0) / 3;
  const variance = logits.reduce((sum, logit) => sum + (logit - mean) * (logit - mean), 0) / 3;
  // A doubt of 0.5 beside the usual one of 1 counts for four parts in five.
  expect(mean).toBeCloseTo(0.2 * logitOf(0.6), 10);
  expect(variance).toBeCloseTo(0.8 * 0.25, 10);
});
