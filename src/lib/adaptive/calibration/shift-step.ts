import type { Expectation } from '#lib/adaptive/calibration/expectation.ts';
import type { ItemPrior, Model } from '#lib/adaptive/calibration/model.ts';

/** How far authors, all together, may misjudge the public: SD of what is added to every level. */
const COMMON_ERROR = 0.5;
/** SD of the factor by which all levels are stretched: whoever errs places what is extreme too far out. */
const STRETCH_ERROR = 0.2;
const LONGEST = 0.3;
const LONGEST_STRETCH = 0.1;

/** What the authors' common errors are thought to be so far: what was added, and by how much it was stretched. */
export interface Shift {
  total: number;
  stretch: number;
}

/**
 * Moves all authored difficulties, and what was believed of them, by what they are wrong alike: a constant, and a
 * stretch about their mean. Maximisation creeps along these directions, since abilities follow difficulties; so its
 * part of the move is replaced by a scoring step.
 */
export function moveTogether(
  model: Model,
  before: Float64Array,
  shift: Shift,
  expectation: Expectation,
): void {
  const { b, isAuthored, stated, priors } = model;
  const { counts } = expectation;
  const crept = creepOf(model, before, counts);
  if (crept === undefined) return;
  const { adding, stretching } = scoringStep(shift, expectation);
  shift.total += adding;
  shift.stretch += stretching;
  isAuthored.forEach((authored, index) => {
    if (authored === 0) return;
    const common = adding + stretching * (stated[index] as number);
    b[index] = (b[index] as number) + common;
    if ((counts[index] as number) > 0)
      b[index] = b[index] - crept.adding - crept.stretching * (stated[index] as number);
    const prior = priors[index] as ItemPrior;
    prior.b += common;
  });
}

interface Common {
  readonly adding: number;
  readonly stretching: number;
}

/** What the moves of the maximisation have in common, each item by its answers: the least squares line. */
function creepOf(
  { b, isAuthored, stated }: Model,
  before: Float64Array,
  counts: Float64Array,
): Common | undefined {
  let [answers, first, second, moved, tilted] = [0, 0, 0, 0, 0];
  isAuthored.forEach((authored, index) => {
    const weight = authored * (counts[index] as number);
    const distance = stated[index] as number;
    const move = (b[index] as number) - (before[index] as number);
    answers += weight;
    first += weight * distance;
    second += weight * distance * distance;
    moved += weight * move;
    tilted += weight * distance * move;
  });
  return answers === 0 ? undefined : solved(answers, first, second, moved, tilted);
}

function scoringStep({ total, stretch }: Shift, { commonSlopes, commonInformation }: Expectation): Common {
  const addingPrecision = 1 / (COMMON_ERROR * COMMON_ERROR);
  const stretchPrecision = 1 / (STRETCH_ERROR * STRETCH_ERROR);
  const { adding, stretching } = solved(
    (commonInformation[0] as number) + addingPrecision,
    commonInformation[1] as number,
    (commonInformation[2] as number) + stretchPrecision,
    (commonSlopes[0] as number) - addingPrecision * total,
    (commonSlopes[1] as number) - stretchPrecision * stretch,
  );
  return {
    adding: Math.max(-LONGEST, Math.min(LONGEST, adding)),
    stretching: Math.max(-LONGEST_STRETCH, Math.min(LONGEST_STRETCH, stretching)),
  };
}

/** The solution of two symmetric equations; without stretch where all difficulties were stated alike. */
function solved(aa: number, ab: number, bb: number, one: number, other: number): Common {
  const determinant = aa * bb - ab * ab;
  if (determinant <= 1e-9 * aa * bb || bb === 0) return { adding: one / aa, stretching: 0 };
  return { adding: (bb * one - ab * other) / determinant, stretching: (aa * other - ab * one) / determinant };
}
