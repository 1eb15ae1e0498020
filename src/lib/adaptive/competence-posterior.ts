import type { Item } from '#lib/adaptive/item.ts';
import { normalNodes } from '#lib/adaptive/normal.ts';
import { scoreProbability } from '#lib/adaptive/response-model.ts';
import { exp } from '#lib/base/exp-log.ts';

/** Nodes of the general factor g; narrow enough for g known within 0.16 SD, which takes hundreds of answers. */
export const FACTOR = normalNodes(41, 4.5);

const GRID_COUNT = 61;
const GRID_REACH = 4.8;
const GRID: readonly number[] = Array.from(
  { length: GRID_COUNT },
  (_, index) => GRID_REACH * ((2 * index) / (GRID_COUNT - 1) - 1),
);

/** Nothing is impossible: this floor keeps hundreds of contradictory answers from dividing zero by zero. */
const LEAST = 1e-100;

/** What is known of one competence at each node of the general factor. */
export interface CompetencePosterior {
  /** Density of the competence on the grid, one row for each node of g. */
  readonly prior: Float64Array;
  /** Probability of the answers so far at each point of the grid, up to a constant. */
  readonly likelihood: Float64Array;
  /** For each node of g: the probability of the answers, and the mean and variance of the competence. */
  readonly mass: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** Before any answer: a competence of which the general factor explains the share `rho` of the variance. */
export function competencePrior(rho: number): CompetencePosterior {
  const prior = new Float64Array(FACTOR.length * GRID_COUNT);
  FACTOR.forEach(({ z }, node) => {
    const centre = Math.sqrt(rho) * z;
    const row = GRID.map((theta) => exp((-0.5 * (theta - centre) * (theta - centre)) / (1 - rho)));
    const total = row.reduce((sum, density) => sum + density, 0);
    row.forEach((density, index) => (prior[node * GRID_COUNT + index] = density / total));
  });
  return withLikelihood(prior, new Float64Array(GRID_COUNT).fill(1));
}

/** After one more answer to an item of that competence. */
export function observeCompetence(
  before: CompetencePosterior,
  item: Item,
  score: number,
): CompetencePosterior {
  const likelihood = new Float64Array(GRID_COUNT);
  for (let index = 0; index < GRID_COUNT; index += 1) {
    const probability = Math.max(LEAST, scoreProbability(item, score, GRID[index] as number));
    likelihood[index] = (before.likelihood[index] as number) * probability;
  }
  rescale(likelihood);
  return withLikelihood(before.prior, likelihood);
}

/** Scales in place to a greatest value of 1. */
export function rescale(values: Float64Array): void {
  let greatest = 0;
  for (const value of values) greatest = Math.max(greatest, value);
  for (let index = 0; index < values.length; index += 1) {
    values[index] = Math.max(LEAST, (values[index] as number) / greatest);
  }
}

function withLikelihood(prior: Float64Array, likelihood: Float64Array): CompetencePosterior {
  const mass = new Float64Array(FACTOR.length);
  const mean = new Float64Array(FACTOR.length);
  const variance = new Float64Array(FACTOR.length);
  for (let node = 0; node < FACTOR.length; node += 1) {
    let sum = 0;
    let first = 0;
    let second = 0;
    for (let index = 0; index < GRID_COUNT; index += 1) {
      const theta = GRID[index] as number;
      const joint = (prior[node * GRID_COUNT + index] as number) * (likelihood[index] as number);
      sum += joint;
      first += joint * theta;
      second += joint * theta * theta;
    }
    const centre = sum > 0 ? first / sum : 0;
    mass[node] = sum;
    mean[node] = centre;
    variance[node] = sum > 0 ? Math.max(0, second / sum - centre * centre) : 0;
  }
  return { prior, likelihood, mass, mean, variance };
}
