import type { Bank } from '#lib/adaptive/bank.ts';
import type { AnswerSource } from '#lib/adaptive/calibration/answer-batch.ts';
import { expectationOf, type Expectation } from '#lib/adaptive/calibration/expectation.ts';
import { doubtOf, maximiseItem } from '#lib/adaptive/calibration/item-step.ts';
import { modelOf, refresh, type Model } from '#lib/adaptive/calibration/model.ts';
import { priorGroups, updatePriors } from '#lib/adaptive/calibration/prior-step.ts';
import { moveTogether } from '#lib/adaptive/calibration/shift-step.ts';
import { maximiseRho } from '#lib/adaptive/calibration/rho-step.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { exp } from '#lib/base/exp-log.ts';

/** No difficulty moved by more: done. */
const STILL = 0.005;
const MOST_ITERATIONS = 40;
/** Rho is never surer than this: one factor is a model, and doubtful items blur what competences share. */
const LEAST_RHO_DOUBT = 0.5;

export interface CalibrationOptions {
  readonly keepRho?: boolean;
  readonly onlyUncalibrated?: boolean;
}

/** How far the estimation is. */
export interface Iteration {
  readonly iteration: number;
  readonly logLikelihood: number;
  /** The largest change of a difficulty. */
  readonly change: number;
}

export interface Calibration {
  readonly bank: Bank;
  readonly iterations: number;
  readonly isSettled: boolean;
  readonly model: Model;
  readonly expectation: Expectation;
}

/**
 * Estimates the items of a bank, and how competences hang together, out of answers: marginal maximum likelihood with
 * priors, by expectation and maximisation (Bock and Aitkin, 1981; Mislevy, 1986); tells each iteration as it ends. Answers that were never asked for
 * need no model, whatever chose the items, as long as it looked at the answers alone (Mislevy and Wu, 1996).
 */
export function* calibrate(
  bank: Bank,
  source: AnswerSource,
  options: CalibrationOptions = {},
): Generator<Iteration, Calibration> {
  const model = modelOf(bank, options.onlyUncalibrated);
  const groups = priorGroups(model);
  const shift = { total: 0, stretch: 0 };
  let iteration = 0;
  let change = Infinity;
  while (iteration < MOST_ITERATIONS && change >= STILL) {
    const expectation = expectationOf(model, source);
    const before = Float64Array.from(model.b);
    model.items.forEach((_, index) => {
      if (!model.isFixed[index]) maximiseItem(model, index, expectation.expected);
    });
    moveTogether(model, before, shift, expectation);
    updatePriors(model, groups, expectation.counts, expectation.information);
    if (options.keepRho !== true) maximiseRho(model, expectation);
    refresh(model);
    change = 0;
    before.forEach((b, index) => {
      change = Math.max(change, Math.abs(b - (model.b[index] as number)));
    });
    iteration += 1;
    yield { iteration, logLikelihood: expectation.logLikelihood, change };
  }
  const expectation = expectationOf(model, source);
  return {
    bank: calibrated(bank, model, expectation, options.keepRho === true),
    iterations: iteration,
    isSettled: change < STILL,
    model,
    expectation,
  };
}

function calibrated(bank: Bank, model: Model, expectation: Expectation, isRhoKept: boolean): Bank {
  const { prices: _, ...rest } = bank;
  return {
    ...rest,
    rho: isRhoKept ? bank.rho : Array.from(model.rho, rounded),
    rhoDoubt: isRhoKept ? bank.rhoDoubt : rounded(rhoDoubtOf(bank.rhoDoubt, expectation.rhoInformation)),
    items: bank.items.map((item, index): Item => {
      if (model.isFixed[index]) return item;
      const doubt = doubtOf(model, index, expectation.information);
      return {
        ...item,
        a: rounded(exp(model.logA[index] as number)),
        b: rounded(model.b[index] as number),
        sd: { a: rounded(doubt.a), b: rounded(doubt.b) },
      };
    }),
  };
}

function rhoDoubtOf(before: number, information: number): number {
  const precision = information + (before > 0 ? 1 / (before * before) : 0);
  if (precision === 0) return before;
  return Math.max(Math.min(before, LEAST_RHO_DOUBT), Math.min(1 / Math.sqrt(precision), 1.5));
}

/** Five decimals: far below what any number of answers could tell. */
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
