import type { Expectation } from '#lib/adaptive/calibration/expectation.ts';
import type { ItemPrior, Model } from '#lib/adaptive/calibration/model.ts';

/** How far authors, all together, may misjudge the public: SD of what is added to every level. */
const COMMON_ERROR = 0.5;
const LONGEST = 0.3;

/** What the authors' common error is thought to be, and how far it has moved so far. */
export interface Shift {
  total: number;
}

/**
 * Moves all authored difficulties, and what was believed of them, by what they are wrong alike. Maximisation creeps
 * along that direction, since abilities follow difficulties; so its part of the move is replaced by a scoring step.
 */
export function moveTogether(
  model: Model,
  before: Float64Array,
  shift: Shift,
  expectation: Expectation,
): void {
  const { b, isAuthored, priors } = model;
  const { counts, shiftSlope, shiftInformation } = expectation;
  let answers = 0;
  let moved = 0;
  isAuthored.forEach((authored, index) => {
    const weight = authored * (counts[index] as number);
    answers += weight;
    moved += weight * ((b[index] as number) - (before[index] as number));
  });
  if (answers === 0) return;
  const precision = 1 / (COMMON_ERROR * COMMON_ERROR);
  const scored = (shiftSlope - precision * shift.total) / (shiftInformation + precision);
  const common = Math.max(-LONGEST, Math.min(LONGEST, scored));
  shift.total += common;
  isAuthored.forEach((authored, index) => {
    if (authored === 0) return;
    if ((counts[index] as number) > 0) b[index] = (b[index] as number) + common - moved / answers;
    else b[index] = (b[index] as number) + common;
    const prior = priors[index] as ItemPrior;
    prior.b += common;
  });
}
