import type { AnswerBatch, AnswerSource } from '#lib/adaptive/calibration/answer-batch.ts';
import {
  infer,
  learnerPosterior,
  type LearnerPosterior,
} from '#lib/adaptive/calibration/learner-posterior.ts';
import type { Model } from '#lib/adaptive/calibration/model.ts';
import { GRID, GRID_COUNT } from '#lib/adaptive/grid.ts';
import { stepCount, type Item } from '#lib/adaptive/item.ts';

/** Bands of ability in which an item's residuals are summed. */
export const BANDS = 4;
/** A posterior divided by less than this would be noise. */
const LEAST = 1e-12;

/** Residuals of some answers to each item: score less what the learner's other answers make expect. */
export interface ResidualSums {
  readonly counts: Float64Array;
  readonly residuals: Float64Array;
  readonly variances: Float64Array;
  /** By how much the expected score would rise with ability. */
  readonly slopes: Float64Array;
}

export interface Residuals {
  /** Four bands of ability an item, least able first. */
  readonly bands: ResidualSums;
  /** Before and after the middle of the answers' time. */
  readonly halves: readonly [ResidualSums, ResidualSums];
  /** The two groups that are compared. */
  readonly groups: readonly [ResidualSums, ResidualSums];
}

export interface Divisions {
  /** The first moment of the second half. */
  readonly middle: number;
  readonly groups: readonly [number, number];
}

/**
 * One pass over all answers. Each is held against the posterior that the same learner's other answers give, which is
 * the full one divided by this answer's probability; under the model its residual has mean 0 and the variance summed.
 */
export function residualsOf(
  model: Model,
  expected: Float64Array,
  source: AnswerSource,
  { middle, groups }: Divisions,
): Residuals {
  const count = model.items.length;
  const sums: Residuals = {
    bands: emptySums(BANDS * count),
    halves: [emptySums(count), emptySums(count)],
    groups: [emptySums(count), emptySums(count)],
  };
  const edges = bandEdges(model, expected);
  const posterior = learnerPosterior(model.rho.length);
  const residual: Residual = { ability: 0, residual: 0, variance: 0, slope: 0 };
  const rest = new Float64Array(GRID_COUNT);
  for (const batch of source()) {
    for (let learner = 0; learner < batch.starts.length - 1; learner += 1) {
      infer(posterior, model, batch, learner);
      for (let place = 0; place < posterior.count; place += 1) {
        const end = posterior.starts[place + 1] as number;
        for (let answer = posterior.starts[place] as number; answer < end; answer += 1) {
          hold(residual, rest, posterior, place, model, batch, answer);
          const item = batch.items[answer] as number;
          add(sums.bands, BANDS * item + bandOf(edges, item, residual.ability), residual);
          add((batch.times[answer] as number) < middle ? sums.halves[0] : sums.halves[1], item, residual);
          const group = batch.groups[answer] as number;
          if (group === groups[0]) add(sums.groups[0], item, residual);
          else if (group === groups[1]) add(sums.groups[1], item, residual);
        }
      }
    }
  }
  return sums;
}

interface Residual {
  ability: number;
  residual: number;
  variance: number;
  slope: number;
}

function hold(
  into: Residual,
  rest: Float64Array,
  { density }: LearnerPosterior,
  place: number,
  model: Model,
  batch: AnswerBatch,
  answer: number,
): void {
  const item = batch.items[answer] as number;
  const credit = batch.credits[answer] as number;
  const steps = stepCount(model.items[item] as Item);
  const { probability, slopeOfB } = model.table;
  const first = model.offsets[item] as number;
  const own = first + credit * GRID_COUNT;
  let total = 0;
  let ability = 0;
  for (let point = 0; point < GRID_COUNT; point += 1) {
    const value =
      (density[place * GRID_COUNT + point] as number) / Math.max(LEAST, probability[own + point] as number);
    rest[point] = value;
    total += value;
    ability += value * (GRID[point] as number);
  }
  let mean = 0;
  let square = 0;
  let slope = 0;
  for (let other = 1; other <= steps; other += 1) {
    const score = other / steps;
    const from = first + other * GRID_COUNT;
    for (let point = 0; point < GRID_COUNT; point += 1) {
      const share = score * (rest[point] as number) * (probability[from + point] as number);
      mean += share;
      square += share * score;
      // Ability and difficulty come in as their difference only.
      slope -= share * (slopeOfB[from + point] as number);
    }
  }
  mean /= total;
  into.ability = ability / total;
  into.residual = credit / steps - mean;
  into.variance = Math.max(0, square / total - mean * mean);
  into.slope = slope / total;
}

function emptySums(count: number): ResidualSums {
  return {
    counts: new Float64Array(count),
    residuals: new Float64Array(count),
    variances: new Float64Array(count),
    slopes: new Float64Array(count),
  };
}

function add({ counts, residuals, variances, slopes }: ResidualSums, place: number, one: Residual): void {
  counts[place] = (counts[place] as number) + 1;
  residuals[place] = (residuals[place] as number) + one.residual;
  variances[place] = (variances[place] as number) + one.variance;
  slopes[place] = (slopes[place] as number) + one.slope;
}

/** The quartiles of the abilities that each item met, three an item. */
function bandEdges(model: Model, expected: Float64Array): Float64Array {
  const edges = new Float64Array((BANDS - 1) * model.items.length);
  const met = new Float64Array(GRID_COUNT);
  model.items.forEach((_, item) => {
    met.fill(0);
    const end = model.offsets[item + 1] as number;
    for (let cell = model.offsets[item] as number; cell < end; cell += 1) {
      const point = (cell - (model.offsets[item] as number)) % GRID_COUNT;
      met[point] = (met[point] as number) + (expected[cell] as number);
    }
    const total = met.reduce((sum, count) => sum + count, 0);
    let sum = 0;
    let band = 1;
    for (let point = 0; point < GRID_COUNT && band < BANDS; point += 1) {
      const here = met[point] as number;
      while (band < BANDS && here > 0 && sum + here >= (total * band) / BANDS) {
        const share = ((total * band) / BANDS - sum) / here;
        const step = (GRID[1] as number) - (GRID[0] as number);
        edges[(BANDS - 1) * item + band - 1] = (GRID[point] as number) + (share - 0.5) * step;
        band += 1;
      }
      sum += here;
    }
  });
  return edges;
}

function bandOf(edges: Float64Array, item: number, ability: number): number {
  const first = (BANDS - 1) * item;
  let band = 0;
  while (band < BANDS - 1 && ability >= (edges[first + band] as number)) band += 1;
  return band;
}
