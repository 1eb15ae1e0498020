import type { AnswerBatch, AnswerSource } from '#lib/adaptive/calibration/answer-batch.ts';
import {
  infer,
  learnerPosterior,
  type LearnerPosterior,
} from '#lib/adaptive/calibration/learner-posterior.ts';
import type { Model } from '#lib/adaptive/calibration/model.ts';
import { GRID_COUNT } from '#lib/adaptive/grid.ts';

/** What the answers are expected to show, were the abilities seen (the E-step of Bock and Aitkin, 1981). */
export interface Expectation {
  readonly learners: number;
  readonly answers: number;
  readonly logLikelihood: number;
  /** Answers of each item. */
  readonly counts: Float64Array;
  /** Expected number of answers of each credit at each point of the grid, laid out as the model's table. */
  readonly expected: Float64Array;
  /** Three numbers an item: what its answers say of (log a, log a), (log a, b) and (b, b). */
  readonly information: Float64Array;
  /** The slopes of the log-likelihood for adding to all authored difficulties, and for stretching them. */
  readonly commonSlopes: Float64Array;
  /** What it says of (adding, adding), (adding, stretching) and (stretching, stretching). */
  readonly commonInformation: Float64Array;
  /** By competence: how many learners, and the sums of E[theta^2], E[g theta] and E[g^2] over them. */
  readonly seen: Float64Array;
  readonly squares: Float64Array;
  readonly crosses: Float64Array;
  readonly generalSquares: Float64Array;
  /** The slope of the log-likelihood for a change of logit rho common to all competences, and what it says of it. */
  readonly rhoSlope: number;
  readonly rhoInformation: number;
}

/**
 * One pass over all answers. The information is the sum over learners of the squared expected score, which counts
 * what is not known of the abilities as missing (Louis, 1982; Meilijson, 1989).
 */
export function expectationOf(model: Model, source: AnswerSource): Expectation {
  const competences = model.rho.length;
  const sums = {
    learners: 0,
    answers: 0,
    logLikelihood: 0,
    counts: new Float64Array(model.items.length),
    expected: new Float64Array(model.table.probability.length),
    information: new Float64Array(3 * model.items.length),
    commonSlopes: new Float64Array(2),
    commonInformation: new Float64Array(3),
    seen: new Float64Array(competences),
    squares: new Float64Array(competences),
    crosses: new Float64Array(competences),
    generalSquares: new Float64Array(competences),
    rhoSlope: 0,
    rhoInformation: 0,
  };
  const posterior = learnerPosterior(competences);
  const common = new Float64Array(2);
  for (const batch of source()) {
    const learners = batch.starts.length - 1;
    for (let learner = 0; learner < learners; learner += 1) {
      infer(posterior, model, batch, learner);
      sums.logLikelihood += posterior.logLikelihood;
      const score = addAbilities(sums, posterior, model);
      sums.rhoSlope += score;
      sums.rhoInformation += score * score;
      common.fill(0);
      for (let place = 0; place < posterior.count; place += 1)
        addAnswers(sums, posterior, place, model, batch, common);
      addCommon(sums, common[0] as number, common[1] as number);
    }
    sums.learners += learners;
    sums.answers += batch.items.length;
  }
  return sums;
}

/** Adds the moments, and gives the learner's expected score of the common change of logit rho. */
function addAbilities(sums: Expectation, posterior: LearnerPosterior, model: Model): number {
  const { count, generalSquare } = posterior;
  let score = 0;
  for (let place = 0; place < count; place += 1) {
    const competence = posterior.competence[place] as number;
    const square = posterior.square[place] as number;
    const cross = posterior.cross[place] as number;
    sums.seen[competence] = (sums.seen[competence] as number) + 1;
    sums.squares[competence] = (sums.squares[competence] as number) + square;
    sums.crosses[competence] = (sums.crosses[competence] as number) + cross;
    sums.generalSquares[competence] = (sums.generalSquares[competence] as number) + generalSquare;
    const rho = model.rho[competence] as number;
    if (rho === 0) continue;
    const root = Math.sqrt(rho);
    const distance = square - 2 * root * cross + rho * generalSquare;
    const own = 1 - rho;
    score +=
      rho * own * (0.5 / own - (0.5 * (generalSquare - cross / root)) / own - (0.5 * distance) / (own * own));
  }
  return score;
}

function addCommon(
  { commonSlopes, commonInformation }: Expectation,
  adding: number,
  stretching: number,
): void {
  commonSlopes[0] = (commonSlopes[0] as number) + adding;
  commonSlopes[1] = (commonSlopes[1] as number) + stretching;
  commonInformation[0] = (commonInformation[0] as number) + adding * adding;
  commonInformation[1] = (commonInformation[1] as number) + adding * stretching;
  commonInformation[2] = (commonInformation[2] as number) + stretching * stretching;
}

/** Adds the answers in one competence, and to `common` their scores of what all authored difficulties share. */
function addAnswers(
  { counts, expected, information }: Expectation,
  posterior: LearnerPosterior,
  place: number,
  model: Model,
  batch: AnswerBatch,
  common: Float64Array,
): void {
  const { density } = posterior;
  const { slopeOfA, slopeOfB } = model.table;
  const row = place * GRID_COUNT;
  let adding = 0;
  let stretching = 0;
  const end = posterior.starts[place + 1] as number;
  for (let answer = posterior.starts[place] as number; answer < end; answer += 1) {
    const item = batch.items[answer] as number;
    const from = (model.offsets[item] as number) + (batch.credits[answer] as number) * GRID_COUNT;
    let ofA = 0;
    let ofB = 0;
    for (let point = 0; point < GRID_COUNT; point += 1) {
      const share = density[row + point] as number;
      expected[from + point] = (expected[from + point] as number) + share;
      ofA += share * (slopeOfA[from + point] as number);
      ofB += share * (slopeOfB[from + point] as number);
    }
    adding += (model.isAuthored[item] as number) * ofB;
    stretching += (model.stated[item] as number) * ofB;
    counts[item] = (counts[item] as number) + 1;
    const cell = 3 * item;
    information[cell] = (information[cell] as number) + ofA * ofA;
    information[cell + 1] = (information[cell + 1] as number) + ofA * ofB;
    information[cell + 2] = (information[cell + 2] as number) + ofB * ofB;
  }
  common[0] = (common[0] as number) + adding;
  common[1] = (common[1] as number) + stretching;
}
