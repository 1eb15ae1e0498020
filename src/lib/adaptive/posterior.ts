import type { Bank } from '#lib/adaptive/bank.ts';
import {
  competencePrior,
  fadeCompetence,
  observeCompetence,
  rescale,
  type CompetencePosterior,
} from '#lib/adaptive/competence-posterior.ts';
import { curveOf } from '#lib/adaptive/curve.ts';
import { FACTOR, rhoScenarios } from '#lib/adaptive/factor.ts';
import { GRID_COUNT } from '#lib/adaptive/grid.ts';
import { creditOf, type Item } from '#lib/adaptive/item.ts';
import { assert } from '#lib/base/assert.ts';

// Given the general factor g and how much it explains, the competences are independent, so the posterior over all of
// them is exact sums: each competence on the grid for each node, then the nodes weighed by all the competences
// (Gibbons and Hedeker, 1992, the bifactor reduction; Bock and Aitkin, 1981, the quadrature).

const FACTOR_WEIGHTS = Float64Array.from(FACTOR, ({ weight }) => weight);
/** A node less probable than this changes nothing that anyone could see. */
const NEGLIGIBLE = 1e-7;

/** What is known of the abilities: a value, never changed; `observe` gives a new one that shares what stayed. */
export interface Posterior {
  readonly areas: readonly (readonly number[])[];
  readonly competences: readonly CompetencePosterior[];
  /** Probability of each node of the general factor. */
  readonly factor: Float64Array;
  /** Posterior mean and variance of each competence. */
  readonly beliefs: readonly Belief[];
}

/** Mean and variance of what is known of one ability. */
export interface Belief {
  readonly mean: number;
  readonly variance: number;
}

/** A normal summary of an ability: posterior mean and standard deviation. */
export interface Estimate {
  readonly mean: number;
  readonly sd: number;
}

/** What is known before any answer: theta_k = sqrt(rho_k) g + sqrt(1 - rho_k) e_k, all standard normal. */
export function priorOf(bank: Bank): Posterior {
  const byRho = new Map<number, CompetencePosterior>();
  const competences = bank.rho.map((rho) => {
    let competence = byRho.get(rho);
    if (competence === undefined) {
      competence = competencePrior(rhoScenarios(rho, bank.rhoDoubt));
      byRho.set(rho, competence);
    }
    return competence;
  });
  return combined(bank.areas, competences);
}

/** What is known after one more answer; `score` is the share of full credit. Their order matters to rounding only. */
export function observe(posterior: Posterior, item: Item, score: number): Posterior {
  const before = posterior.competences[item.competence];
  assert(before !== undefined, `no competence ${item.competence} for item ${item.id}`);
  assert(score >= 0 && score <= 1, `score ${score} of item ${item.id} is not from 0 to 1`);
  const competences = [...posterior.competences];
  competences[item.competence] = observeCompetence(before, curveOf(item), creditOf(item, score));
  return combined(posterior.areas, competences);
}

/** What is known when all answers so far count for `share` of what they said, from 0 (nothing) to 1 (all of it). */
export function fade(posterior: Posterior, share: number): Posterior {
  return combined(
    posterior.areas,
    posterior.competences.map((competence) => fadeCompetence(competence, share)),
  );
}

/** The probability of every `stride`th point of the grid for one competence, with sum 1; 0 in between. */
export function densityOf(
  { competences, factor }: Posterior,
  competence: number,
  stride: number,
): Float64Array {
  const { prior, likelihood, mass } = competences[competence] as CompetencePosterior;
  const density = new Float64Array(GRID_COUNT);
  for (let node = 0; node < factor.length; node += 1) {
    const share = factor[node] as number;
    if (share < NEGLIGIBLE) continue;
    const scale = share / (mass[node] as number);
    const row = node * GRID_COUNT;
    for (let point = 0; point < GRID_COUNT; point += stride) {
      density[point] = (density[point] as number) + scale * (prior[row + point] as number);
    }
  }
  let total = 0;
  for (let point = 0; point < GRID_COUNT; point += stride) {
    const value = (density[point] as number) * (likelihood[point] as number);
    density[point] = value;
    total += value;
  }
  for (let point = 0; point < GRID_COUNT; point += stride)
    density[point] = (density[point] as number) / total;
  return density;
}

/** The estimate of a weighted sum of competences; one weight for each, 0 for those left out. */
export function estimateOf(posterior: Posterior, weights: readonly number[]): Estimate {
  const mean = posterior.beliefs.reduce((sum, belief, index) => sum + belief.mean * (weights[index] ?? 0), 0);
  const covariances = covariancesWith(posterior, weights);
  const variance = weights.reduce((sum, weight, index) => sum + weight * (covariances[index] as number), 0);
  return { mean, sd: Math.sqrt(Math.max(0, variance)) };
}

/** The estimate of one competence. */
export function competenceEstimate(posterior: Posterior, competence: number): Estimate {
  const belief = posterior.beliefs[competence];
  assert(belief !== undefined, `no competence ${competence}`);
  return { mean: belief.mean, sd: Math.sqrt(belief.variance) };
}

/** The estimate of an area: the mean of its competences. */
export function areaEstimate(posterior: Posterior, area: number): Estimate {
  const members = posterior.areas[area];
  assert(members !== undefined, `no area ${area}`);
  return estimateOf(posterior, meanWeights(posterior.competences.length, members));
}

/** The vector of weights that takes the mean of `members` out of `count` competences. */
export function meanWeights(count: number, members: readonly number[]): readonly number[] {
  return Array.from({ length: count }, (_, index) => (members.includes(index) ? 1 / members.length : 0));
}

/** The posterior covariance of a weighted sum of competences with each competence. */
export function covariancesWith(posterior: Posterior, weights: readonly number[]): Float64Array {
  const { competences, factor, beliefs } = posterior;
  const sums = new Float64Array(factor.length);
  weights.forEach((weight, index) => {
    if (weight === 0) return;
    const { mean } = competences[index] as CompetencePosterior;
    const centre = (beliefs[index] as Belief).mean;
    for (let node = 0; node < sums.length; node += 1) {
      sums[node] = (sums[node] as number) + weight * ((mean[node] as number) - centre);
    }
  });
  return Float64Array.from(competences, ({ mean, variance }, index) => {
    const centre = (beliefs[index] as Belief).mean;
    const own = weights[index] as number;
    let covariance = 0;
    for (let node = 0; node < factor.length; node += 1) {
      const shared = (sums[node] as number) * ((mean[node] as number) - centre);
      covariance += (factor[node] as number) * (shared + own * (variance[node] as number));
    }
    return covariance;
  });
}

function combined(areas: Posterior['areas'], competences: readonly CompetencePosterior[]): Posterior {
  const factor = Float64Array.from(FACTOR_WEIGHTS);
  for (const { mass } of competences) {
    for (let node = 0; node < factor.length; node += 1)
      factor[node] = (factor[node] as number) * (mass[node] as number);
    // At each competence: a product of many small probabilities would vanish.
    rescale(factor);
  }
  let total = 0;
  for (const weight of factor) total += weight;
  for (let node = 0; node < factor.length; node += 1) factor[node] = (factor[node] as number) / total;
  return {
    areas,
    competences,
    factor,
    beliefs: competences.map((competence) => beliefOf(competence, factor)),
  };
}

function beliefOf({ mean, variance }: CompetencePosterior, factor: Float64Array): Belief {
  let centre = 0;
  for (let node = 0; node < factor.length; node += 1)
    centre += (factor[node] as number) * (mean[node] as number);
  let spread = 0;
  for (let node = 0; node < factor.length; node += 1) {
    const away = (mean[node] as number) - centre;
    spread += (factor[node] as number) * (away * away + (variance[node] as number));
  }
  return { mean: centre, variance: spread };
}
