import type { AnswerBatch } from '#lib/adaptive/calibration/answer-batch.ts';
import { GENERAL, GENERAL_COUNT, type Model } from '#lib/adaptive/calibration/model.ts';
import { GRID, GRID_COUNT } from '#lib/adaptive/grid.ts';
import { log } from '#lib/base/exp-log.ts';

// Given the general factor the competences are independent (Gibbons and Hedeker, 1992), so a learner costs two
// sweeps of nodes times points for each competence that was asked about; the others say nothing and are left out.

const WEIGHTS = Float64Array.from(GENERAL, ({ weight }) => weight);
const VALUES = Float64Array.from(GENERAL, ({ z }) => z);
/** A node less probable than this counts for nothing in sums over learners. */
const NEGLIGIBLE = 1e-5;
/** Points less likely than this share of the likeliest are skipped. */
const UNLIKELY = 1e-10;
/** After so many factors a product is scaled, long before it could vanish. */
const SCALE_EVERY = 8;

/** What one learner's answers say; the arrays are used again for the next learner. */
export interface LearnerPosterior {
  /** How many competences were asked about; the arrays below have one entry, or one row, for each. */
  count: number;
  readonly competence: Int32Array;
  /** Where the answers of each begin in the batch, and the end. */
  readonly starts: Int32Array;
  /** Posterior probability of each point of the grid. */
  readonly density: Float64Array;
  /** E[theta^2] and E[g theta]. */
  readonly square: Float64Array;
  readonly cross: Float64Array;
  /** E[g^2]. */
  generalSquare: number;
  logLikelihood: number;
  readonly likelihood: Float64Array;
  readonly mass: Float64Array;
  readonly factor: Float64Array;
  readonly lifted: Float64Array;
}

/** Room for the posterior of one learner at a time. */
export function learnerPosterior(competences: number): LearnerPosterior {
  return {
    count: 0,
    competence: new Int32Array(competences),
    starts: new Int32Array(competences + 1),
    density: new Float64Array(competences * GRID_COUNT),
    square: new Float64Array(competences),
    cross: new Float64Array(competences),
    generalSquare: 0,
    logLikelihood: 0,
    likelihood: new Float64Array(competences * GRID_COUNT),
    mass: new Float64Array(competences * GENERAL_COUNT),
    factor: new Float64Array(GENERAL_COUNT),
    lifted: new Float64Array(GRID_COUNT),
  };
}

/** Works out the posterior of the abilities of a batch's learner, given the model, into `into`. */
export function infer(into: LearnerPosterior, model: Model, batch: AnswerBatch, learner: number): void {
  multiplyAnswers(into, model, batch, learner);
  weighNodes(into, model);
  let general = 0;
  for (let node = 0; node < GENERAL_COUNT; node += 1) {
    const z = VALUES[node] as number;
    general += (into.factor[node] as number) * z * z;
  }
  into.generalSquare = general;
  for (let place = 0; place < into.count; place += 1) spread(into, model, place);
}

function multiplyAnswers(into: LearnerPosterior, model: Model, batch: AnswerBatch, learner: number): void {
  const { likelihood } = into;
  const { probability } = model.table;
  const end = batch.starts[learner + 1] as number;
  let answer = batch.starts[learner] as number;
  into.count = 0;
  into.logLikelihood = 0;
  while (answer < end) {
    const competence = model.competences[batch.items[answer] as number] as number;
    const row = into.count * GRID_COUNT;
    likelihood.fill(1, row, row + GRID_COUNT);
    into.competence[into.count] = competence;
    into.starts[into.count] = answer;
    let factors = 0;
    while (answer < end) {
      const item = batch.items[answer] as number;
      if (model.competences[item] !== competence) break;
      const from = (model.offsets[item] as number) + (batch.credits[answer] as number) * GRID_COUNT;
      for (let point = 0; point < GRID_COUNT; point += 1) {
        likelihood[row + point] = (likelihood[row + point] as number) * (probability[from + point] as number);
      }
      factors += 1;
      if (factors % SCALE_EVERY === 0) scale(into, row);
      answer += 1;
    }
    scale(into, row);
    into.count += 1;
  }
  into.starts[into.count] = end;
}

function scale(into: LearnerPosterior, row: number): void {
  const { likelihood } = into;
  let greatest = 0;
  for (let point = row; point < row + GRID_COUNT; point += 1) {
    greatest = Math.max(greatest, likelihood[point] as number);
  }
  if (greatest === 0) return;
  const inverse = 1 / greatest;
  for (let point = row; point < row + GRID_COUNT; point += 1) {
    likelihood[point] = (likelihood[point] as number) * inverse;
  }
  into.logLikelihood += log(greatest);
}

function weighNodes(into: LearnerPosterior, model: Model): void {
  const { likelihood, mass, factor } = into;
  factor.set(WEIGHTS);
  for (let place = 0; place < into.count; place += 1) {
    const conditional = model.conditionals[into.competence[place] as number] as Float64Array;
    const row = place * GRID_COUNT;
    let from = 0;
    let to = GRID_COUNT;
    while (from < to - 1 && (likelihood[row + from] as number) < UNLIKELY) from += 1;
    while (to > from + 1 && (likelihood[row + to - 1] as number) < UNLIKELY) to -= 1;
    // Three nodes at a time: three sums that do not wait for each other.
    for (let node = 0; node < GENERAL_COUNT; node += 3) {
      const first = node * GRID_COUNT;
      let one = 0;
      let two = 0;
      let three = 0;
      for (let point = from; point < to; point += 1) {
        const likely = likelihood[row + point] as number;
        const cell = first + point;
        one += likely * (conditional[cell] as number);
        two += likely * (conditional[cell + GRID_COUNT] as number);
        three += likely * (conditional[cell + 2 * GRID_COUNT] as number);
      }
      const cell = place * GENERAL_COUNT + node;
      mass[cell] = one;
      mass[cell + 1] = two;
      mass[cell + 2] = three;
    }
    let total = 0;
    for (let node = 0; node < GENERAL_COUNT; node += 1) {
      const value = (factor[node] as number) * (mass[place * GENERAL_COUNT + node] as number);
      factor[node] = value;
      total += value;
    }
    for (let node = 0; node < GENERAL_COUNT; node += 1) factor[node] = (factor[node] as number) / total;
    into.logLikelihood += log(total);
  }
}

function spread(into: LearnerPosterior, model: Model, place: number): void {
  const { likelihood, mass, factor, density, lifted } = into;
  const conditional = model.conditionals[into.competence[place] as number] as Float64Array;
  const row = place * GRID_COUNT;
  density.fill(0, row, row + GRID_COUNT);
  lifted.fill(0);
  for (let node = 0; node < GENERAL_COUNT; node += 1) {
    if ((factor[node] as number) < NEGLIGIBLE) continue;
    const share = (factor[node] as number) / (mass[place * GENERAL_COUNT + node] as number);
    const raised = share * (VALUES[node] as number);
    const first = node * GRID_COUNT;
    for (let point = 0; point < GRID_COUNT; point += 1) {
      const value = conditional[first + point] as number;
      density[row + point] = (density[row + point] as number) + share * value;
      lifted[point] = (lifted[point] as number) + raised * value;
    }
  }
  let total = 0;
  let square = 0;
  let cross = 0;
  for (let point = 0; point < GRID_COUNT; point += 1) {
    const theta = GRID[point] as number;
    const likely = likelihood[row + point] as number;
    const value = (density[row + point] as number) * likely;
    density[row + point] = value;
    total += value;
    square += value * theta * theta;
    cross += (lifted[point] as number) * likely * theta;
  }
  const inverse = 1 / total;
  for (let point = row; point < row + GRID_COUNT; point += 1) {
    density[point] = (density[point] as number) * inverse;
  }
  into.square[place] = square * inverse;
  into.cross[place] = cross * inverse;
}
