import type { Item } from '#lib/adaptive/item.ts';
import { creditProbabilities } from '#lib/adaptive/response-model.ts';

/** Half the distance over which slopes are taken: its square is far below what any figure shows. */
const STEP = 1e-4;

/**
 * The Fisher information of one answer to an item, at ability `theta`: the mean square of the slope of the log probability of its
 * credit. Of an item that is in doubt it is what the averaged curve tells, since nobody knows which of its curves is true.
 */
export function informationOf(item: Item, theta: number): number {
  const above = creditProbabilities(item, theta + STEP);
  const below = creditProbabilities(item, theta - STEP);
  return creditProbabilities(item, theta).reduce((sum, probability, credit) => {
    const slope = ((above[credit] as number) - (below[credit] as number)) / (2 * STEP);
    return probability > 0 ? sum + (slope * slope) / probability : sum;
  }, 0);
}
