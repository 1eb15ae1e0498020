import type { Bank } from '#lib/adaptive/bank.ts';
import { covariancesWith, meanWeights, type Posterior } from '#lib/adaptive/posterior.ts';

/** One ability that an assessment wants to know: the sum of competences by weights, one for each. */
export interface Target {
  readonly weights: readonly number[];
  /** How much it counts in the loss. */
  readonly importance: number;
}

/** What an assessment wants to know. Its loss is the sum of the targets' posterior variances by their importance. */
export type Goal = readonly Target[];

/** The goal of one competence. */
export function competenceGoal(bank: Bank, competence: number): Goal {
  return [{ weights: meanWeights(bank.competences.length, [competence]), importance: 1 }];
}

/** The goal of every area, each as important as the others. */
export function areasGoal(bank: Bank): Goal {
  return bank.areas.map((members) => ({
    weights: meanWeights(bank.competences.length, members),
    importance: 1 / bank.areas.length,
  }));
}

/** The goal of every competence, each as important as the others. */
export function profileGoal(bank: Bank): Goal {
  const count = bank.competences.length;
  return bank.competences.map((_, competence) => ({
    weights: meanWeights(count, [competence]),
    importance: 1 / count,
  }));
}

/** The goal of the mean of all competences. */
export function overallGoal(bank: Bank): Goal {
  const count = bank.competences.length;
  return [{ weights: bank.competences.map(() => 1 / count), importance: 1 }];
}

/**
 * How much of the goal's loss goes for each unit by which the variance of each competence drops:
 * R_k = sum over targets of importance Cov(target, theta_k)^2 / Var(theta_k)^2, by Stein's lemma (1981).
 */
export function gainsOf(goal: Goal, posterior: Posterior): Float64Array {
  const gains = new Float64Array(posterior.beliefs.length);
  for (const { weights, importance } of goal) {
    const covariances = covariancesWith(posterior, weights);
    for (let index = 0; index < gains.length; index += 1) {
      const variance = posterior.beliefs[index]?.variance ?? 0;
      const slope = variance > 0 ? (covariances[index] as number) / variance : 0;
      gains[index] = (gains[index] as number) + importance * slope * slope;
    }
  }
  return gains;
}
