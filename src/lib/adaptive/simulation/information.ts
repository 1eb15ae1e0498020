import type { Item } from '#lib/adaptive/item.ts';
import { creditProbabilities, creditSlopes } from '#lib/adaptive/response-model.ts';

/**
 * The Fisher information of one answer to an item, at ability `theta`: the mean square of the slope of the log probability of its
 * credit. Of an item that is in doubt it is what the averaged curve tells, since nobody knows which of its curves is true.
 */
export function informationOf(item: Item, theta: number): number {
  const slopes = creditSlopes(item, theta);
  return creditProbabilities(item, theta).reduce((sum, probability, credit) => {
    const slope = slopes[credit] as number;
    return probability > 0 ? sum + (slope * slope) / probability : sum;
  }, 0);
}
