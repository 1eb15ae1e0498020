import type { Bank } from '#lib/adaptive/bank.ts';
import { covariancesWith, meanWeights, type Posterior } from '#lib/adaptive/posterior.ts';
import { assert } from '#lib/base/assert.ts';

/** One ability that an assessment wants to know. */
export type Target =
  | { readonly kind: 'competence'; readonly competence: number }
  | { readonly kind: 'area'; readonly area: number }
  | { readonly kind: 'overall' };

/** What an assessment wants to know: its loss is the weighted sum of the posterior variances of the targets. */
export type Goal = readonly { readonly target: Target; readonly weight: number }[];

/** The goal of one competence. */
export function competenceGoal(competence: number): Goal {
  return [{ target: { kind: 'competence', competence }, weight: 1 }];
}

/** The goal of every area, each as important as the others. */
export function areasGoal(bank: Bank): Goal {
  return bank.areas.map((_, area) => ({ target: { kind: 'area', area }, weight: 1 / bank.areas.length }));
}

/** The weights, one a competence with sum 1, that make the target out of the competences. */
export function weightsOf(target: Target, posterior: Posterior): readonly number[] {
  const count = posterior.competences.length;
  switch (target.kind) {
    case 'competence':
      return meanWeights(count, [target.competence]);
    case 'area': {
      const members = posterior.areas[target.area];
      assert(members !== undefined, `no area ${target.area}`);
      return meanWeights(count, members);
    }
    case 'overall':
      return new Array<number>(count).fill(1 / count);
  }
}

/**
 * How much of the goal's loss goes for each unit by which the variance of each competence drops:
 * R_k = sum over targets of weight Cov(target, theta_k)^2 / Var(theta_k)^2, by Stein's lemma (1981).
 */
export function gainsOf(goal: Goal, posterior: Posterior): readonly number[] {
  const gains = posterior.beliefs.map(() => 0);
  for (const { target, weight } of goal) {
    covariancesWith(posterior, weightsOf(target, posterior)).forEach((covariance, index) => {
      const variance = posterior.beliefs[index]?.variance ?? 0;
      const slope = variance > 0 ? covariance / variance : 0;
      gains[index] = (gains[index] ?? 0) + weight * slope * slope;
    });
  }
  return gains;
}
