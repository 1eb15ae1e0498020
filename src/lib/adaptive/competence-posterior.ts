import type { Curve } from '#lib/adaptive/curve.ts';
import { FACTOR } from '#lib/adaptive/factor.ts';
import { GRID, GRID_COUNT } from '#lib/adaptive/grid.ts';
import { exp, log } from '#lib/base/exp-log.ts';

/** Nothing is impossible: this floor keeps hundreds of contradictory answers from dividing zero by zero. */
const LEAST = 1e-100;

/** What is known of one competence at each node of the general factor. */
export interface CompetencePosterior {
  /** Density of the competence on the grid, one row for each node. */
  readonly prior: Float64Array;
  /** Probability of the answers so far at each point of the grid, up to a constant. */
  readonly likelihood: Float64Array;
  /** For each node: the probability of the answers, and the mean and variance of the competence. */
  readonly mass: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** Before any answer: a competence of which the general factor explains a share of the variance, one for each belief. */
export function competencePrior(rhos: readonly number[]): CompetencePosterior {
  const prior = new Float64Array(FACTOR.length * GRID_COUNT);
  FACTOR.forEach(({ g, scenario }, node) => {
    const rho = rhos[scenario] as number;
    const centre = Math.sqrt(rho) * g;
    const row = GRID.map((theta) => exp((-0.5 * (theta - centre) * (theta - centre)) / (1 - rho)));
    const total = row.reduce((sum, density) => sum + density, 0);
    row.forEach((density, point) => (prior[node * GRID_COUNT + point] = density / total));
  });
  return withLikelihood(prior, new Float64Array(GRID_COUNT).fill(1));
}

/** After one more answer of that credit to an item of that curve. */
export function observeCompetence(
  before: CompetencePosterior,
  curve: Curve,
  credit: number,
): CompetencePosterior {
  const row = curve[credit] as Float64Array;
  return withLikelihood(
    before.prior,
    before.likelihood.map((value, point) => value * Math.max(LEAST, row[point] as number)),
  );
}

/** The answers so far count for `share` of what they said: the power prior of Ibrahim and Chen (2000). */
export function fadeCompetence(before: CompetencePosterior, share: number): CompetencePosterior {
  return withLikelihood(
    before.prior,
    before.likelihood.map((value) => exp(share * log(value))),
  );
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
  rescale(likelihood);
  const mass = new Float64Array(FACTOR.length);
  const mean = new Float64Array(FACTOR.length);
  const variance = new Float64Array(FACTOR.length);
  for (let node = 0; node < FACTOR.length; node += 1) {
    const row = node * GRID_COUNT;
    let sum = 0;
    let first = 0;
    let second = 0;
    for (let point = 0; point < GRID_COUNT; point += 1) {
      const theta = GRID[point] as number;
      const joint = (prior[row + point] as number) * (likelihood[point] as number);
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
