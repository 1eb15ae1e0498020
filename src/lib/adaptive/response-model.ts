import { stepCount, type Item } from '#lib/adaptive/item.ts';
import { normalNodes, type Node } from '#lib/adaptive/normal.ts';
import { exp, logistic } from '#lib/base/exp-log.ts';

/** Averages over the doubt on a difficulty; their spacing stays under two logits for the steepest usual item. */
const PLACES = normalNodes(9, 3.6);
/** Averages over the doubt on a slope, which bends the curve far less: Gauss-Hermite quadrature with three nodes. */
const SLOPES: readonly Node[] = [
  { z: -1.7320508075688772, weight: 1 / 6 },
  { z: 0, weight: 2 / 3 },
  { z: 1.7320508075688772, weight: 1 / 6 },
];
const SURE: readonly Node[] = [{ z: 0, weight: 1 }];

/** The item as it would be if its parameters were exactly these, and how probable that is. */
interface Variant {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/**
 * The probability of each credit, from none to full, at ability `theta`, averaged over what is not known of the item
 * (the posterior predictive curve), so that stated errors stay honest before calibration. Sources: Birnbaum (1968),
 * 3PL; Muraki (1992), generalised partial credit.
 */
export function creditProbabilities(item: Item, theta: number): readonly number[] {
  return averaged(item, (variant) => probabilitiesOf(item, variant, theta));
}

/** How fast each of these probabilities grows with ability. */
export function creditSlopes(item: Item, theta: number): readonly number[] {
  return averaged(item, (variant) => slopesOf(item, variant.a, probabilitiesOf(item, variant, theta)));
}

function averaged(item: Item, of: (variant: Variant) => readonly number[]): readonly number[] {
  const sums = new Array<number>(stepCount(item) + 1).fill(0);
  for (const variant of variantsOf(item)) {
    of(variant).forEach((value, credit) => {
      sums[credit] = (sums[credit] as number) + variant.weight * value;
    });
  }
  return sums;
}

/** What the item may be: log a and b are normal, with the SDs of its doubt. */
function variantsOf(item: Item): readonly Variant[] {
  const { a, b, sd = { a: 0, b: 0 } } = item;
  return (sd.a > 0 ? SLOPES : SURE).flatMap((slope) =>
    (sd.b > 0 ? PLACES : SURE).map((place) => ({
      a: a * exp(sd.a * slope.z),
      b: b + sd.b * place.z,
      weight: slope.weight * place.weight,
    })),
  );
}

function probabilitiesOf(item: Item, { a, b }: Variant, theta: number): readonly number[] {
  const logit = a * (theta - b);
  if (item.steps !== undefined) return gradedProbabilities(item.steps, a, logit);
  // The wrong answer has its own formula: 1 - p would lose the tail of a sure success.
  return [(1 - item.c) * logistic(-logit), item.c + (1 - item.c) * logistic(logit)];
}

function slopesOf({ c, steps }: Item, a: number, probabilities: readonly number[]): readonly number[] {
  if (steps === undefined) {
    const [wrong = 0, right = 0] = probabilities;
    const rise = (a * wrong * (right - c)) / (1 - c);
    return [-rise, rise];
  }
  const mean = probabilities.reduce((sum, probability, credit) => sum + probability * credit, 0);
  return probabilities.map((probability, credit) => a * probability * (credit - mean));
}

/** P(credit) is proportional to exp(sum of a (theta - b - step)) over the steps taken. */
function gradedProbabilities(steps: readonly number[], a: number, logit: number): readonly number[] {
  const logits = [0];
  let sum = 0;
  let greatest = 0;
  for (const step of steps) {
    sum += logit - a * step;
    logits.push(sum);
    greatest = Math.max(greatest, sum);
  }
  const weights = logits.map((value) => exp(value - greatest));
  const total = weights.reduce((whole, weight) => whole + weight, 0);
  return weights.map((weight) => weight / total);
}
