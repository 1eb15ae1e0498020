import type { Item } from '#lib/adaptive/item.ts';
import { creditProbabilities } from '#lib/adaptive/response-model.ts';

/**
 * The Fisher information of an item whose parameters are facts, at ability `theta`. Sources: Birnbaum (1968) for the
 * 3PL; Muraki (1993) for partial credit, a^2 times the variance of the credit.
 */
export function informationOf(item: Item, theta: number): number {
  const sure = item.sd === undefined ? item : { ...item, sd: { a: 0, b: 0 } };
  const probabilities = creditProbabilities(sure, theta);
  if (item.steps === undefined) {
    const right = probabilities[1] as number;
    const wrong = probabilities[0] as number;
    const above = (right - item.c) / (1 - item.c);
    return right > 0 ? (item.a * item.a * above * above * wrong) / right : 0;
  }
  const mean = probabilities.reduce((sum, p, credit) => sum + p * credit, 0);
  return (
    item.a * item.a * probabilities.reduce((sum, p, credit) => sum + p * (credit - mean) * (credit - mean), 0)
  );
}
