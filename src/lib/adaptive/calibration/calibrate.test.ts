import { expect, test } from 'vitest';
import type { Bank } from '#lib/adaptive/bank.ts';
import { batchOf, type AnswerBatch } from '#lib/adaptive/calibration/answer-batch.ts';
import { calibrate, type Calibration, type CalibrationOptions } from '#lib/adaptive/calibration/calibrate.ts';
import { residualsOf } from '#lib/adaptive/calibration/residuals.ts';
import { suspicionsOf } from '#lib/adaptive/calibration/suspicion.ts';
import { creditOf, type Item } from '#lib/adaptive/item.ts';
import { drawNormal } from '#lib/adaptive/normal.ts';
import { drawAbilities, drawAnswer, drawBank } from '#lib/adaptive/world.ts';
import { log } from '#lib/base/exp-log.ts';
import { seededRandom, shuffled, type Random } from '#lib/base/random.ts';

const truth = drawBank({ areas: [2, 2], rho: 0.7, itemsPerCompetence: 25 }, seededRandom('truth'));

/** What authors would say of the items: a level each, wrong by about half of one. */
function believedOf(bank: Bank, commonError = 0): Bank {
  const random = seededRandom('authors');
  const items = bank.items.map((item) => ({
    ...item,
    a: 1.2,
    b: item.b + commonError + 0.5 * drawNormal(random),
    sd: { a: 0.35, b: 0.6 },
  }));
  return { ...bank, rho: bank.rho.map(() => 0.5), rhoDoubt: 1.5, items };
}

interface Made {
  readonly learners: number;
  readonly answersEach: number;
  /** What an item truly is for the answers of that group and half. */
  readonly itemFor?: (item: Item, index: number, group: number, half: number) => Item;
  /** How much abler the second group is. */
  readonly gap?: number;
}

function answersOf(
  bank: Bank,
  { learners, answersEach, itemFor, gap = 0 }: Made,
  random: Random,
): AnswerBatch {
  const rows = Array.from({ length: learners }, (_, learner) => {
    const group = 1 + (learner % 2);
    const half = learner < learners / 2 ? 0 : 1;
    const abilities = drawAbilities(bank, random).map((ability) => (group === 2 ? ability + gap : ability));
    return shuffled([...bank.items.keys()], random)
      .slice(0, answersEach)
      .map((index) => {
        const item = bank.items[index]!;
        const { score } = drawAnswer(itemFor?.(item, index, group, half) ?? item, abilities, random);
        return { learner, index, credit: creditOf(item, score), group, time: learner };
      });
  }).flat();
  return batchOf(
    {
      high: new Uint32Array(rows.length),
      low: Uint32Array.from(rows, ({ learner }) => learner),
      items: Int32Array.from(rows, ({ index }) => index),
      credits: Uint8Array.from(rows, ({ credit }) => credit),
      groups: Uint8Array.from(rows, ({ group }) => group),
      times: Float64Array.from(rows, ({ time }) => time),
    },
    Int32Array.from(bank.items, ({ competence }) => competence),
  );
}

function calibrated(bank: Bank, batch: AnswerBatch, options?: CalibrationOptions): Calibration {
  const steps = calibrate(bank, () => [batch], options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function suspicions(calibration: Calibration, batch: AnswerBatch) {
  const { model, expectation } = calibration;
  const middle = [...batch.times].sort((one, other) => one - other)[Math.floor(batch.times.length / 2)]!;
  return suspicionsOf(
    model,
    residualsOf(model, expectation.expected, () => [batch], { middle, groups: [1, 2] }),
  );
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

test('[AD-40] difficulties, slopes and rho come back out of answers, with doubts that say how far off they are', () => {
  const batch = answersOf(truth, { learners: 1500, answersEach: 16 }, seededRandom('recovery'));
  const { bank, expectation, isSettled } = calibrated(believedOf(truth), batch);
  expect(isSettled).toBe(true);
  expect(Math.min(...expectation.counts)).toBeGreaterThan(100);
  const offB = bank.items.map(({ b }, index) => b - truth.items[index]!.b);
  const offA = bank.items.map(({ a }, index) => log(a / truth.items[index]!.a));
  expect(rootMeanSquare(offB)).toBeLessThan(0.2);
  expect(rootMeanSquare(offA)).toBeLessThan(0.22);
  const surpriseB = rootMeanSquare(offB.map((off, index) => off / bank.items[index]!.sd!.b));
  const surpriseA = rootMeanSquare(offA.map((off, index) => off / bank.items[index]!.sd!.a));
  for (const surprise of [surpriseA, surpriseB]) {
    expect(surprise).toBeGreaterThan(0.8);
    expect(surprise).toBeLessThan(1.25);
  }
  const rho = bank.rho.reduce((sum, value) => sum + value, 0) / bank.rho.length;
  expect(Math.abs(rho - 0.7)).toBeLessThan(0.06);
  expect(bank.rhoDoubt).toBe(0.5);
});

test('[AD-41] an item without answers moves towards the slope usual of its kind, and in difficulty by what authors are wrong alike only', () => {
  const batch = answersOf(truth, { learners: 800, answersEach: 10 }, seededRandom('silent'));
  const believed = believedOf(truth);
  const silent = { ...believed.items[0]!, id: 'silent' };
  const { bank } = calibrated({ ...believed, items: [...believed.items, silent] }, batch);
  const item = bank.items.at(-1)!;
  const usual = bank.items.slice(0, -1).reduce((sum, { a }) => sum + log(a), 0) / (bank.items.length - 1);
  expect(Math.abs(item.b - silent.b)).toBeLessThan(0.15);
  // Towards the usual slope, by how much these answers say of slopes.
  expect(log(item.a)).toBeGreaterThan(log(silent.a) + 0.2 * (usual - log(silent.a)));
  expect(log(item.a)).toBeLessThanOrEqual(usual);
  expect(item.sd!.b).toBeGreaterThan(0.3);
});

test('[AD-40] what all authors are wrong alike is learnt, even for items with few answers', () => {
  const batch = answersOf(truth, { learners: 400, answersEach: 12 }, seededRandom('alike'));
  const { bank } = calibrated(believedOf(truth, 0.6), batch);
  const off = bank.items.map(({ b }, index) => b - truth.items[index]!.b);
  expect(Math.abs(off.reduce((sum, value) => sum + value, 0) / off.length)).toBeLessThan(0.15);
});

test('[AD-40] what all authors place too far out comes back in, even for items without answers', () => {
  const batch = answersOf(truth, { learners: 800, answersEach: 12 }, seededRandom('stretched'));
  const believed = believedOf(truth);
  const stretched = believed.items.map((item) => ({ ...item, b: 1.4 * item.b }));
  const silent = [-2, 2].map((b) => ({ ...stretched[0]!, id: `silent ${b}`, b: 1.4 * b }));
  const { bank } = calibrated({ ...believed, items: [...stretched, ...silent] }, batch);
  const [low, high] = bank.items.slice(-2).map(({ b }) => b) as [number, number];
  expect(high - low).toBeGreaterThan(2.8);
  expect(high - low).toBeLessThan(4.6);
});

test('[AD-41] what must not move does not: rho, and items that state no doubt', () => {
  const batch = answersOf(truth, { learners: 300, answersEach: 10 }, seededRandom('kept'));
  const believed = believedOf(truth);
  const sure = { id: 'sure', competence: 0, a: 1.5, b: 0.2, c: 0 };
  const items = [...believed.items.slice(0, -1), { ...sure, competence: believed.items.at(-1)!.competence }];
  const { bank } = calibrated({ ...believed, items }, batch, { keepRho: true, onlyUncalibrated: true });
  expect(bank.rho).toEqual(believed.rho);
  expect(bank.rhoDoubt).toBe(believed.rhoDoubt);
  expect(bank.items.at(-1)).toEqual(items.at(-1));
});

test('[AD-40] guessed and graded items come back too', () => {
  const items = truth.items.map((item, index): Item =>
    index % 2 === 0 ? { ...item, c: 0.25 } : { ...item, a: item.a / 1.4, steps: [-0.5, 0.5] },
  );
  const mixed = { ...truth, items };
  const batch = answersOf(mixed, { learners: 1500, answersEach: 16 }, seededRandom('mixed'));
  const { bank } = calibrated(believedOf(mixed), batch);
  const off = bank.items.map(({ b }, index) => b - items[index]!.b);
  expect(rootMeanSquare(off.filter((_, index) => index % 2 === 1))).toBeLessThan(0.15);
  expect(rootMeanSquare(off.filter((_, index) => index % 2 === 0))).toBeLessThan(0.27);
  expect(bank.items[1]!.steps).toEqual([-0.5, 0.5]);
});

test('[AD-43] clean answers raise no suspicion, even between groups of other abilities', () => {
  const batch = answersOf(truth, { learners: 3000, answersEach: 16, gap: 0.6 }, seededRandom('clean'));
  const { misfit, drift, bias } = suspicions(calibrated(believedOf(truth), batch), batch);
  expect({ misfit, drift, bias }).toEqual({ misfit: [], drift: [], bias: [] });
});

test('[AD-44] items that are unfair, that drift or whose key is wrong are found, and no others', () => {
  const itemFor = (item: Item, index: number, group: number, half: number): Item => {
    if (index === 3 && group === 2) return { ...item, b: item.b + 0.9 };
    if (index === 30 && half === 1) return { ...item, b: item.b - 0.9 };
    // The abler, the less often right: the key is wrong.
    if (index === 60) return { ...item, a: -1.2, b: 0 };
    return item;
  };
  const batch = answersOf(
    truth,
    { learners: 3000, answersEach: 16, gap: -0.4, itemFor },
    seededRandom('planted'),
  );
  const { misfit, drift, bias } = suspicions(calibrated(believedOf(truth), batch), batch);
  expect(bias.map(({ item }) => item)).toEqual([truth.items[3]!.id]);
  expect(bias[0]!.effect).toBeLessThan(-0.06);
  expect(drift.map(({ item }) => item)).toEqual([truth.items[30]!.id]);
  expect(drift[0]!.effect).toBeGreaterThan(0.06);
  expect(misfit.map(({ item }) => item)).toEqual([truth.items[60]!.id]);
});
