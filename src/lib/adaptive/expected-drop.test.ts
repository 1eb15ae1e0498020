import { expect, test } from 'vitest';
import type { Bank } from '#lib/adaptive/bank.ts';
import { curveTable } from '#lib/adaptive/curve.ts';
import { expectedDrop, expectedSuccess, outlookOn } from '#lib/adaptive/expected-drop.ts';
import { stepCount, type Item } from '#lib/adaptive/item.ts';
import { observe, priorOf, type Posterior } from '#lib/adaptive/posterior.ts';
import { creditProbabilities } from '#lib/adaptive/response-model.ts';

const plain: Item = { id: 'plain', competence: 0, a: 1.4, b: 0.3, c: 0 };
const graded: Item = { ...plain, id: 'graded', steps: [-0.6, 0.1, 0.5] };
const items: readonly Item[] = [
  plain,
  { ...plain, id: 'guessable', c: 0.25 },
  graded,
  { ...plain, id: 'doubtful', sd: { a: 0.2, b: 0.5 } },
  { ...plain, id: 'steep', a: 2.8, b: -1 },
];
const bank: Bank = { competences: ['1.1'], areas: [[0]], rho: [0.5], rhoDoubt: 0, cuts: [0], items };
const table = curveTable(items);
const prior = priorOf(bank);
/** Answers to the plain item: what is known goes from wide (SD 1) to sharp (0.34), every width of the middle met. */
const histories: readonly (readonly number[])[] = [
  [],
  [1],
  ...[3, 4, 5, 6, 7, 8, 10, 20].map((count) => Array.from({ length: count }, (_, index) => index % 2)),
];
const posteriors: readonly Posterior[] = histories.map((answers) =>
  answers.reduce((posterior, answer) => observe(posterior, plain, answer), prior),
);

const probabilityOf = (posterior: Posterior, item: Item, credit: number): number => {
  // A fine sum over the ability, by what each answer so far makes of it: the prior is standard normal.
  let sum = 0;
  let total = 0;
  const answers = histories[posteriors.indexOf(posterior)] ?? [];
  for (let theta = -6; theta <= 6; theta += 0.01) {
    let weight = Math.exp((-theta * theta) / 2);
    for (const answer of answers) weight *= creditProbabilities(plain, theta)[answer] ?? NaN;
    sum += weight * (creditProbabilities(item, theta)[credit] ?? NaN);
    total += weight;
  }
  return sum / total;
};

test('[AD-9] the drop is that of really observing each credit, whatever the item and what is known', () => {
  for (const posterior of posteriors) {
    const outlook = outlookOn(posterior, 0);
    items.forEach((item, index) => {
      const steps = stepCount(item);
      const variance = posterior.beliefs[0]?.variance ?? NaN;
      const expected = Array.from({ length: steps + 1 }, (_, credit) => credit).reduce((sum, credit) => {
        const after = observe(posterior, item, credit / steps).beliefs[0]?.variance ?? NaN;
        return sum - probabilityOf(posterior, item, credit) * after;
      }, variance);
      expect(Math.abs(expectedDrop(table, index, outlook) / expected - 1)).toBeLessThan(0.005);
    });
  }
});

test('expected success agrees with a fine sum', () => {
  for (const posterior of posteriors) {
    const outlook = outlookOn(posterior, 0);
    items.forEach((item, index) => {
      const steps = stepCount(item);
      const exact = Array.from({ length: steps + 1 }, (_, credit) => credit).reduce(
        (sum, credit) => sum + (credit / steps) * probabilityOf(posterior, item, credit),
        0,
      );
      expect(Math.abs(expectedSuccess(table, index, outlook) - exact)).toBeLessThan(0.001);
    });
  }
});

test('[AD-9] a graded task is worth more than the same task right or wrong, and a hopeless one nothing', () => {
  const outlook = outlookOn(prior, 0);
  expect(expectedDrop(table, 2, outlook)).toBeGreaterThan(expectedDrop(table, 0, outlook));
  expect(expectedDrop(curveTable([{ ...plain, b: 1e6 }]), 0, outlook)).toBe(0);
});
