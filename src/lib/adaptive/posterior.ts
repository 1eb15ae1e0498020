import type { Bank } from '#lib/adaptive/bank.ts';
import {
  competencePrior,
  FACTOR,
  observeCompetence,
  rescale,
  type CompetencePosterior,
} from '#lib/adaptive/competence-posterior.ts';
import type { Item } from '#lib/adaptive/item.ts';
import type { Belief } from '#lib/adaptive/response-model.ts';
import { assert } from '#lib/base/assert.ts';

// Given the general factor g the competences are independent, so the posterior over all of them is exact sums:
// each competence on its own grid for each node of g, then the nodes of g weighed by all the competences
// (Gibbons and Hedeker, 1992, the bifactor reduction; Bock and Aitkin, 1981, the quadrature).

const FACTOR_WEIGHTS = FACTOR.map(({ weight }) => weight);

/** What is known of the abilities: a value, never changed; `observe` gives a new one that shares what stayed. */
export interface Posterior {
  readonly areas: readonly (readonly number[])[];
  readonly competences: readonly CompetencePosterior[];
  /** Probability of each node of g. */
  readonly factor: Float64Array;
  /** Posterior mean and variance of each competence. */
  readonly beliefs: readonly Belief[];
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
      competence = competencePrior(rho);
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
  competences[item.competence] = observeCompetence(before, item, score);
  return combined(posterior.areas, competences);
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
export function covariancesWith(posterior: Posterior, weights: readonly number[]): readonly number[] {
  const { competences, factor, beliefs } = posterior;
  const sums = Float64Array.from(factor, (_, node) =>
    weights.reduce((sum, weight, index) => {
      if (weight === 0) return sum;
      const mean = (competences[index] as CompetencePosterior).mean[node] as number;
      return sum + weight * (mean - (beliefs[index] as Belief).mean);
    }, 0),
  );
  return competences.map(({ mean, variance }, index) => {
    const centre = (beliefs[index] as Belief).mean;
    const own = weights[index] ?? 0;
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
