import type { Expectation } from '#lib/adaptive/calibration/expectation.ts';
import type { Model } from '#lib/adaptive/calibration/model.ts';
import { GREATEST_RHO } from '#lib/adaptive/factor.ts';
import { log, logistic } from '#lib/base/exp-log.ts';

/** How far competences are thought to differ, as the SD of the logit of rho. */
const SPREAD = 0.5;
/** Longest step of the common logit. */
const LONGEST = 0.4;
const LEAST_LOGIT = -5;
const GREATEST_LOGIT = log(GREATEST_RHO / (1 - GREATEST_RHO));
const SHRINK = 0.6180339887498949;

/**
 * Moves the rho of each competence to where its learners' expected abilities and what is usual of the other
 * competences are likeliest together. A rho of 0 is a choice, and stays.
 */
export function maximiseRho(model: Model, expectation: Expectation): void {
  const { rho } = model;
  const free = [...rho.keys()].filter((competence) => (rho[competence] as number) > 0);
  const logits = free.map((competence) => logitOf(rho[competence] as number));
  const mean = meanOf(logits);
  const moved = free.map((competence) => {
    const seen = expectation.seen[competence] as number;
    const square = expectation.squares[competence] as number;
    const cross = expectation.crosses[competence] as number;
    const general = expectation.generalSquares[competence] as number;
    return greatestOf((logit) => {
      const share = logistic(logit);
      const distance = square - 2 * Math.sqrt(share) * cross + share * general;
      const away = (logit - mean) / SPREAD;
      return -0.5 * (seen * log(1 - share) + distance / (1 - share) + away * away);
    });
  });
  if (moved.length === 0) return;
  // Maximisation creeps along what all competences have in common; the common part takes a scoring step instead.
  const drift = meanOf(moved) - mean;
  const scored = expectation.rhoSlope / Math.max(1, expectation.rhoInformation);
  const common = Math.max(-LONGEST, Math.min(LONGEST, scored));
  free.forEach((competence, place) => {
    rho[competence] = Math.min(GREATEST_RHO, logistic((moved[place] as number) - drift + common));
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function logitOf(rho: number): number {
  return Math.max(LEAST_LOGIT, Math.min(GREATEST_LOGIT, log(rho / (1 - rho))));
}

/** Where a function of one peak is greatest between the bounds, within 1e-4 (golden section; Kiefer, 1953). */
function greatestOf(worth: (logit: number) => number): number {
  let low = LEAST_LOGIT;
  let high = GREATEST_LOGIT;
  let left = high - SHRINK * (high - low);
  let right = low + SHRINK * (high - low);
  let worthLeft = worth(left);
  let worthRight = worth(right);
  while (high - low > 1e-4) {
    if (worthLeft < worthRight) {
      low = left;
      left = right;
      worthLeft = worthRight;
      right = low + SHRINK * (high - low);
      worthRight = worth(right);
    } else {
      high = right;
      right = left;
      worthRight = worthLeft;
      left = high - SHRINK * (high - low);
      worthLeft = worth(left);
    }
  }
  return (low + high) / 2;
}
