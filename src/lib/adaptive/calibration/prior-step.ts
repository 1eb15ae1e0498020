import { doubtOf } from '#lib/adaptive/calibration/item-step.ts';
import { LEAST_ITEMS, type ItemPrior, type Model } from '#lib/adaptive/calibration/model.ts';

// Empirical Bayes: how far slopes of one kind differ, and how far authors err on difficulty, is learnt from all items
// that began with the same prior.

/** How many items' worth the first belief about a spread counts for. */
const FIRST_BELIEF = 10;

/** Items that share a belief before any answer. */
export interface PriorGroups {
  /** Same slope, same doubt of it. */
  readonly slopes: readonly PriorGroup[];
  /** Same doubt of the difficulty. */
  readonly places: readonly PriorGroup[];
}

interface PriorGroup {
  readonly items: readonly number[];
  readonly sd: number;
  /** The first belief about the slope; that of the first item where slopes may differ. */
  readonly logA: number;
}

/** The groups of a model whose priors are still those of the bank. */
export function priorGroups({ priors, isFixed }: Model): PriorGroups {
  const free = priors.map((prior, index) => ({ ...prior, index })).filter(({ index }) => !isFixed[index]);
  return {
    slopes: grouped(
      free,
      ({ logA, logASd }) => `${logA} ${logASd}`,
      ({ logASd }) => logASd,
    ),
    places: grouped(
      free,
      ({ bSd }) => String(bSd),
      ({ bSd }) => bSd,
    ),
  };
}

type Numbered = ItemPrior & { readonly index: number };

function grouped(
  priors: readonly Numbered[],
  keyOf: (prior: Numbered) => string,
  sdOf: (prior: Numbered) => number,
): readonly PriorGroup[] {
  const groups = new Map<string, { items: number[]; sd: number; logA: number }>();
  for (const prior of priors) {
    const key = keyOf(prior);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { items: [prior.index], sd: sdOf(prior), logA: prior.logA });
    else group.items.push(prior.index);
  }
  return [...groups.values()];
}

/** Estimates again the mean and SD of log a of each group, and the SD of the error in b. */
export function updatePriors(
  model: Model,
  groups: PriorGroups,
  counts: Float64Array,
  information: Float64Array,
): void {
  const { priors } = model;
  for (const { items, sd, logA } of groups.slopes) {
    const answered = items.filter((item) => (counts[item] as number) > 0);
    if (answered.length < LEAST_ITEMS || sd === 0) continue;
    const doubts = answered.map((item) => doubtOf(model, item, information).a);
    const doubtful = doubts.reduce((sum, doubt) => sum + doubt * doubt, 0) / answered.length;
    // Few answers an item fit slopes to their own noise: what they say of all counts by how reliable each is.
    const reliability = Math.max(0, 1 - doubtful / (sd * sd));
    const found = answered.reduce((sum, item) => sum + (model.logA[item] as number), 0) / answered.length;
    const mean = logA + reliability * (found - logA);
    let square = FIRST_BELIEF * sd * sd;
    answered.forEach((item, place) => {
      const away = (model.logA[item] as number) - mean;
      const doubt = doubts[place] as number;
      square += away * away + doubt * doubt;
    });
    const variance = square / (FIRST_BELIEF + answered.length);
    const spread = Math.sqrt(sd * sd + reliability * (variance - sd * sd));
    for (const item of items) {
      const prior = priors[item] as ItemPrior;
      prior.logA = mean;
      prior.logASd = spread;
    }
  }
  for (const { items, sd } of groups.places) {
    const answered = items.filter((item) => (counts[item] as number) > 0);
    if (answered.length < LEAST_ITEMS || sd === 0) continue;
    let square = FIRST_BELIEF * sd * sd;
    for (const item of answered) {
      const away = (model.b[item] as number) - (priors[item] as ItemPrior).b;
      const doubt = doubtOf(model, item, information).b;
      square += away * away + doubt * doubt;
    }
    const spread = Math.sqrt(square / (FIRST_BELIEF + answered.length));
    for (const item of items) (priors[item] as ItemPrior).bSd = spread;
  }
}
