import { expect, test } from 'vitest';
import type { Answer } from '#lib/adaptive/item.ts';
import { levelAt, levelOf } from '#lib/adaptive/level.ts';
import { diagnosticPolicy } from '#lib/adaptive/policy.ts';
import { areaEstimate, type Estimate } from '#lib/adaptive/posterior.ts';
import { answererOf, runAttempt } from '#lib/adaptive/simulation/run.ts';
import { drawAbilities, drawBank, REFERENCE_WORLD } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';

interface Case {
  readonly truth: number;
  readonly estimate: Estimate;
}

const bank = drawBank(REFERENCE_WORLD, seededRandom('reference world'));

/** What ten questions make of each area of `learners` people drawn from the world. */
function simulate(learners: number, seed: string, change = (answer: Answer): Answer => answer): Case[] {
  const random = seededRandom(seed);
  return Array.from({ length: learners }).flatMap(() => {
    const abilities = drawAbilities(bank, random);
    const answer = answererOf(bank, abilities, random);
    const { end } = runAttempt(bank, diagnosticPolicy(bank), (item) => change(answer(item)), random);
    return bank.areas.map((members, area) => ({
      truth: members.reduce((sum, member) => sum + (abilities[member] ?? 0), 0) / members.length,
      estimate: areaEstimate(end.posterior, area),
    }));
  });
}

const meanOf = (cases: readonly Case[], value: (one: Case) => number): number =>
  cases.reduce((sum, one) => sum + value(one), 0) / cases.length;

const errorOf = ({ truth, estimate }: Case): number => estimate.mean - truth;

test('[AD-25] ten questions give five areas an honest estimate in the reference world', () => {
  const cases = simulate(300, 'learners');
  const rmse = Math.sqrt(meanOf(cases, (one) => errorOf(one) * errorOf(one)));
  expect(rmse).toBeLessThan(0.45);
  expect(Math.abs(meanOf(cases, errorOf))).toBeLessThan(0.05);
  expect(Math.abs(meanOf(cases, ({ estimate }) => estimate.sd) / rmse - 1)).toBeLessThan(0.1);
  const covered = meanOf(cases, (one) => (Math.abs(errorOf(one)) < 1.645 * one.estimate.sd ? 1 : 0));
  expect(Math.abs(covered - 0.9)).toBeLessThan(0.04);
  const distance = ({ truth, estimate }: Case): number =>
    Math.abs(levelOf(estimate, bank.cuts).level - levelAt(truth, bank.cuts));
  expect(meanOf(cases, (one) => (distance(one) <= 1 ? 1 : 0))).toBeGreaterThan(0.9);
  const claimed = meanOf(cases, ({ estimate }) => levelOf(estimate, bank.cuts).certainty);
  expect(Math.abs(claimed - meanOf(cases, (one) => (distance(one) === 0 ? 1 : 0)))).toBeLessThan(0.06);
});

test('[AD-25] someone who fails everything ends at the bottom, someone who succeeds at the top', () => {
  const all = (score: number): number =>
    meanOf(
      simulate(3, 'extremes', ({ item }) => ({ item, score })),
      ({ estimate }) => estimate.mean,
    );
  expect(all(0)).toBeLessThan(-1.2);
  expect(all(1)).toBeGreaterThan(1.2);
});
