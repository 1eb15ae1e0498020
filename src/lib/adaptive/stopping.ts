import { levelOf } from '#lib/adaptive/level.ts';
import type { Policy } from '#lib/adaptive/policy.ts';
import { estimateOf, type Posterior } from '#lib/adaptive/posterior.ts';

/** Why an assessment ends: its length is reached, its goal known well enough, nothing more to gain, or no item left. */
export type StopReason = 'length' | 'certain' | 'noGain' | 'noItemLeft';

/** The reason to stop after `count` answers, before an item is looked for, or undefined to go on. */
export function stopReason(
  policy: Policy,
  posterior: Posterior,
  count: number,
): 'length' | 'certain' | undefined {
  if (count >= policy.length.most) return 'length';
  if (count >= policy.length.least && isCertain(policy, posterior)) return 'certain';
  return undefined;
}

/** Whether an item is worth asking after `count` answers: its expected drop of the loss is not too small. */
export function isWorthAsking({ length, leastDrop = 0 }: Policy, drop: number, count: number): boolean {
  return count < length.least || drop >= leastDrop;
}

/** Whether enough questions were answered, skipped ones aside, for a result to be given. */
export function isConclusive({ leastAnswered = 0 }: Policy, answered: number): boolean {
  return answered >= leastAnswered;
}

function isCertain({ goal, certainty, meanSd }: Policy, posterior: Posterior): boolean {
  if (certainty === undefined && meanSd === undefined) return false;
  const estimates = goal.map(({ weights }) => estimateOf(posterior, weights));
  if (meanSd !== undefined && estimates.reduce((sum, { sd }) => sum + sd, 0) > meanSd * estimates.length)
    return false;
  if (certainty === undefined) return true;
  const { probability, within, cuts } = certainty;
  return estimates.every((estimate) => {
    const level = levelOf(estimate, cuts);
    return (within === 0 ? level.certainty : level.withinOne) >= probability;
  });
}
