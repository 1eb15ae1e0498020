import { describe, expect, test } from 'vitest';
import type { Bank } from '#lib/adaptive/bank.ts';
import { creditOf, type Item } from '#lib/adaptive/item.ts';
import {
  areaEstimate,
  competenceEstimate,
  estimateOf,
  observe,
  priorOf,
  type Posterior,
} from '#lib/adaptive/posterior.ts';
import { creditProbabilities } from '#lib/adaptive/response-model.ts';
import { drawAbilities, drawAnswer } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';

const cuts = [-1.8, -1.2, -0.6, 0, 0.6, 1.2, 1.8, 2.4];

function bankOf(rho: readonly number[], items: readonly Item[]): Bank {
  return {
    competences: rho.map((_, index) => `c${index}`),
    areas: [[0, 1], [2]],
    rho,
    rhoDoubt: 0,
    cuts,
    items,
  };
}

/** Items of every kind, spread over three competences. */
function itemsOf(count: number): Item[] {
  const kinds: Partial<Item>[] = [{}, { c: 0.25 }, { steps: [-0.5, 0.5] }, { sd: { a: 0.2, b: 0.4 } }];
  return Array.from({ length: count }, (_, index) => ({
    id: `i${index}`,
    competence: index % 3,
    a: 0.8 + (index % 5) * 0.4,
    b: ((index * 7) % 11) / 3 - 1.7,
    c: 0,
    ...kinds[index % kinds.length],
  }));
}

const after = (bank: Bank, scores: readonly number[]): Posterior =>
  bank.items.reduce((posterior, item, index) => observe(posterior, item, scores[index] ?? 0), priorOf(bank));

/** Means and SDs of three competences and of their first area, by summing over a cube of 101^3 points. */
function bruteForce(bank: Bank, scores: readonly number[]): { mean: number; sd: number }[] {
  const grid = Array.from({ length: 101 }, (_, index) => (index - 50) / 10);
  const likelihoods = [0, 1, 2].map((competence) =>
    grid.map((theta) =>
      bank.items.reduce(
        (product, item, index) =>
          item.competence === competence
            ? product * (creditProbabilities(item, theta)[creditOf(item, scores[index] ?? 0)] ?? NaN)
            : product,
        1,
      ),
    ),
  );
  // Inverse of the correlation matrix diag(1 - rho) + s s', s = sqrt(rho) (Sherman and Morrison, 1950).
  const s = bank.rho.map((rho) => Math.sqrt(rho));
  const load = bank.rho.map((rho, k) => (s[k] ?? 0) / (1 - rho));
  const scale = 1 + bank.rho.reduce((sum, rho) => sum + rho / (1 - rho), 0);
  const sums = [0, 1, 2, 3].map(() => ({ first: 0, second: 0 }));
  let total = 0;
  const theta = [0, 0, 0];
  const visit = (k: number, product: number, quadratic: number, common: number): void => {
    if (k === 3) {
      const weight = product * Math.exp(-0.5 * (quadratic - (common * common) / scale));
      total += weight;
      const [x = 0, y = 0, z = 0] = theta;
      [x, y, z, (x + y) / 2].forEach((value, index) => {
        const sum = sums[index];
        if (sum === undefined) return;
        sum.first += weight * value;
        sum.second += weight * value * value;
      });
      return;
    }
    grid.forEach((value, index) => {
      const likelihood = likelihoods[k]?.[index] ?? 0;
      if (product * likelihood < 1e-12) return;
      theta[k] = value;
      const spread = (value * value) / (1 - (bank.rho[k] ?? 0));
      visit(k + 1, product * likelihood, quadratic + spread, common + (load[k] ?? 0) * value);
    });
  };
  visit(0, 1, 0, 0);
  return sums.map(({ first, second }) => {
    const mean = first / total;
    return { mean, sd: Math.sqrt(second / total - mean * mean) };
  });
}

describe('posterior', () => {
  test.each([
    ['five answers', [0.7, 0.5, 0.6], 5],
    ['thirty answers of all kinds', [0.7, 0.7, 0.7], 30],
    ['uneven rho, one of them 0', [0.85, 0, 0.4], 18],
  ] as const)('[AD-4] agrees with brute force: %s', (name, rho, count) => {
    const bank = bankOf(rho, itemsOf(count));
    const random = seededRandom(name);
    const abilities = drawAbilities(bank, random);
    const scores = bank.items.map((item) => drawAnswer(item, abilities, random).score);
    const posterior = after(bank, scores);
    const estimates = [0, 1, 2].map((k) => competenceEstimate(posterior, k));
    const all = [...estimates, areaEstimate(posterior, 0)];
    bruteForce(bank, scores).forEach((exact, index) => {
      expect(Math.abs((all[index]?.mean ?? NaN) - exact.mean)).toBeLessThan(0.0015);
      expect(Math.abs((all[index]?.sd ?? NaN) - exact.sd)).toBeLessThan(0.0015);
    });
  });

  test('[AD-4] the prior has mean 0 and SD 1, and areas what their competences share', () => {
    const prior = priorOf(bankOf([0.7, 0.7, 0], []));
    expect(competenceEstimate(prior, 0).mean).toBeCloseTo(0, 12);
    expect(competenceEstimate(prior, 0).sd).toBeCloseTo(1, 3);
    expect(areaEstimate(prior, 0).sd).toBeCloseTo(Math.sqrt((2 + 2 * 0.7) / 4), 3);
    expect(estimateOf(prior, [0, 0, 1]).sd).toBeCloseTo(1, 3);
  });

  test('[AD-5] observing changes nothing it was given', () => {
    const bank = bankOf([0.6, 0.6, 0.6], itemsOf(4));
    const before = after(bank, [1, 0, 0.5, 1]);
    const copy = structuredClone(before);
    observe(before, bank.items[0] as Item, 0);
    expect(before).toEqual(copy);
  });

  test('[AD-5] the order of answers matters to rounding only', () => {
    const items = itemsOf(12);
    const scores = items.map((_, index) => (index % 3 === 0 ? 1 : 0));
    const forth = after(bankOf([0.6, 0.6, 0.6], items), scores);
    const back = after(bankOf([0.6, 0.6, 0.6], items.toReversed()), scores.toReversed());
    for (const k of [0, 1, 2]) {
      expect(competenceEstimate(back, k).mean).toBeCloseTo(competenceEstimate(forth, k).mean, 12);
      expect(competenceEstimate(back, k).sd).toBeCloseTo(competenceEstimate(forth, k).sd, 12);
    }
  });

  test('[AD-6] hundreds of contradictory answers leave every estimate finite', () => {
    const items = Array.from({ length: 600 }, (_, index): Item => ({
      id: `i${index}`,
      competence: index % 3,
      a: 2.8,
      b: index % 3 === 0 ? 3 : -3,
      c: 0,
    }));
    const bank = bankOf([0.95, 0.95, 0.95], [...items, { id: 'far', competence: 0, a: 2, b: 1e6, c: 0 }]);
    const posterior = after(bank, [...items.map((_, index) => (index % 3 === 0 ? 1 : 0)), 1]);
    for (const k of [0, 1, 2]) {
      expect(Number.isFinite(competenceEstimate(posterior, k).mean)).toBe(true);
      expect(Number.isFinite(competenceEstimate(posterior, k).sd)).toBe(true);
    }
  });

  test('[AD-7] a competence moves with the others in proportion to what they share', () => {
    const posterior = after(bankOf([0.7, 0.7, 0], itemsOf(1)), [1]);
    const moved = [0, 1, 2].map((k) => competenceEstimate(posterior, k).mean);
    expect(moved[0]).toBeGreaterThan(0.1);
    expect((moved[1] ?? 0) / (moved[0] ?? 0)).toBeCloseTo(0.7, 2);
    expect(moved[2]).toBeCloseTo(0, 10);
  });

  test('a score that is no share of the credit is a bug', () => {
    const bank = bankOf([0.5, 0.5, 0.5], itemsOf(1));
    expect(() => after(bank, [NaN])).toThrow('score');
    expect(() => after(bank, [2])).toThrow('score');
  });
});
