import { describe, expect, test } from 'vitest';
import { creditOf, stepCount, type Item } from '#lib/adaptive/item.ts';
import { creditProbabilities } from '#lib/adaptive/response-model.ts';

const plain: Item = { id: 'plain', competence: 0, a: 1.4, b: 0.3, c: 0 };
const guessable: Item = { ...plain, id: 'guessable', c: 0.25 };
const graded: Item = { ...plain, id: 'graded', steps: [-0.6, 0.1, 0.5] };
const thetas = [-3, -1, 0, 0.3, 1, 3];

/** The probability of a score, as a share of full credit. */
const scoreProbability = (item: Item, score: number, theta: number): number =>
  creditProbabilities(item, theta)[creditOf(item, score)] ?? NaN;

const scoresOf = (item: Item): number[] =>
  Array.from({ length: stepCount(item) + 1 }, (_, credit) => credit / stepCount(item));

/** The average of `value` over a normal distribution, by brute force. */
function average(mean: number, sd: number, value: (x: number) => number): number {
  let sum = 0;
  let weights = 0;
  for (let z = -7; z <= 7; z += 0.01) {
    const weight = Math.exp((-z * z) / 2);
    sum += weight * value(mean + sd * z);
    weights += weight;
  }
  return sum / weights;
}

describe('scoreProbability', () => {
  test('[AD-2] sums to 1 over the scores', () => {
    for (const item of [plain, guessable, graded, { ...graded, sd: { a: 0.3, b: 0.5 } }]) {
      for (const theta of thetas) {
        const sum = scoresOf(item).reduce((total, score) => total + scoreProbability(item, score, theta), 0);
        expect(sum).toBeCloseTo(1, 12);
      }
    }
  });

  test('[AD-2] is the 3PL curve for right or wrong', () => {
    for (const theta of thetas) {
      const expected = 0.25 + 0.75 / (1 + Math.exp(-1.4 * (theta - 0.3)));
      expect(scoreProbability(guessable, 1, theta)).toBeCloseTo(expected, 14);
    }
    expect(scoreProbability(plain, 0, 60)).toBeGreaterThan(0);
  });

  test('[AD-2] is the partial credit curve for graded tasks: neighbours are even at their step', () => {
    [-0.6, 0.1, 0.5].forEach((step, index) => {
      const theta = graded.b + step;
      const below = scoreProbability(graded, index / 3, theta);
      expect(scoreProbability(graded, (index + 1) / 3, theta)).toBeCloseTo(below, 14);
    });
    const oneStep = { ...plain, steps: [0] };
    for (const theta of thetas) {
      expect(scoreProbability(oneStep, 1, theta)).toBeCloseTo(scoreProbability(plain, 1, theta), 14);
    }
  });

  test('[AD-2] a share of the credit counts the steps done', () => {
    expect([0, 0.2, 1 / 3, 0.5, 2 / 3, 0.99, 1].map((score) => creditOf(graded, score))).toEqual([
      0, 0, 1, 1, 2, 2, 3,
    ]);
    expect([0, 0.5, 1].map((score) => creditOf(plain, score))).toEqual([0, 0, 1]);
  });

  test('[AD-3] with doubt it is the average curve over the doubt', () => {
    const doubtful = { ...guessable, sd: { a: 0, b: 0.8 } };
    const doubtfulGraded = { ...graded, sd: { a: 0, b: 0.8 } };
    for (const theta of thetas) {
      const curve = (b: number): number => scoreProbability({ ...guessable, b }, 1, theta);
      expect(scoreProbability(doubtful, 1, theta)).toBeCloseTo(average(0.3, 0.8, curve), 3);
      const step = (b: number): number => scoreProbability({ ...graded, b }, 2 / 3, theta);
      expect(scoreProbability(doubtfulGraded, 2 / 3, theta)).toBeCloseTo(average(0.3, 0.8, step), 3);
    }
  });

  test('[AD-3] doubt on the slope flattens the curve far from the difficulty only', () => {
    const doubtful = { ...plain, sd: { a: 0.3, b: 0 } };
    expect(scoreProbability(doubtful, 1, 0.3)).toBeCloseTo(0.5, 14);
    for (const theta of [-2, -1, 1, 2]) {
      const curve = (logA: number): number => scoreProbability({ ...plain, a: Math.exp(logA) }, 1, theta);
      const expected = average(Math.log(1.4), 0.3, curve);
      expect(Math.abs(scoreProbability(doubtful, 1, theta) - expected)).toBeLessThan(0.012);
    }
  });
});
