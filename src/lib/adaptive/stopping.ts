import { weightsOf } from '#lib/adaptive/goal.ts';
import { levelOf } from '#lib/adaptive/level.ts';
import type { Policy } from '#lib/adaptive/policy.ts';
import { estimateOf, type Posterior } from '#lib/adaptive/posterior.ts';

/** Why an assessment ends: its length is reached, its goal is known well enough, or the bank has nothing left. */
export type StopReason = 'length' | 'certain' | 'noItemLeft';

/** The reason to stop after `count` answers, or undefined to go on. */
export function stopReason(
  policy: Policy,
  cuts: readonly number[],
  posterior: Posterior,
  count: number,
): Exclude<StopReason, 'noItemLeft'> | undefined {
  if (count >= policy.length.most) return 'length';
  if (count >= policy.length.least && isCertain(policy, cuts, posterior)) return 'certain';
  return undefined;
}

function isCertain(policy: Policy, cuts: readonly number[], posterior: Posterior): boolean {
  const { certainty } = policy;
  if (certainty === undefined) return false;
  return policy.goal.every(({ target }) => {
    const level = levelOf(estimateOf(posterior, weightsOf(target, posterior)), cuts);
    return level.withinOne >= certainty;
  });
}
