import { expect, test } from 'vitest';
import type { Bank } from '#lib/adaptive/bank.ts';
import { levelOf } from '#lib/adaptive/level.ts';
import {
  certificationPolicy,
  flashPolicy,
  longDiagnosticPolicy,
  practicePolicy,
  profilePolicy,
  reviewPolicy,
  type Policy,
} from '#lib/adaptive/policy.ts';
import { estimateOf } from '#lib/adaptive/posterior.ts';
import { answererOf, runAttempt, type Run } from '#lib/adaptive/simulation/run.ts';
import { situationOf } from '#lib/adaptive/situation.ts';
import { isConclusive } from '#lib/adaptive/stopping.ts';
import { drawAbilities, drawBank, REFERENCE_WORLD } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';

const reference = drawBank(REFERENCE_WORLD, seededRandom('policies'));

function runs(bank: Bank, policy: Policy, learners: number): readonly Run[] {
  const random = seededRandom(policy.name);
  return Array.from({ length: learners }, () =>
    runAttempt(bank, policy, answererOf(bank, drawAbilities(bank, random), random), random),
  );
}

test('[AD-27] a flash test asks six to eight questions, and stops once its band is known at 90 %', () => {
  const policy = flashPolicy(reference);
  const all = runs(reference, policy, 40);
  const lengths = all.map(({ answers }) => answers.length);
  expect(Math.min(...lengths)).toBe(6);
  expect(Math.max(...lengths)).toBe(8);
  for (const { answers, stop, end } of all) {
    const estimate = estimateOf(end.posterior, policy.goal[0]?.weights ?? []);
    const { certainty } = levelOf(estimate, policy.certainty?.cuts ?? []);
    expect(stop).toBe(answers.length === 8 ? 'length' : 'certain');
    if (stop === 'certain') expect(certainty).toBeGreaterThanOrEqual(0.9);
  }
});

test('[AD-20] a long diagnostic asks sixteen to twenty, at least two in each area', () => {
  const policy = longDiagnosticPolicy(reference);
  for (const { answers, end } of runs(reference, policy, 10)) {
    expect(answers.length).toBeGreaterThanOrEqual(16);
    expect(answers.length).toBeLessThanOrEqual(20);
    for (const members of reference.areas) {
      expect(end.seen.filter(({ competence }) => members.includes(competence)).length).toBeGreaterThan(1);
    }
  }
});

test('[AD-28] a profile stops once the mean SD is 0.45, at 64 questions, or when nothing more is to be gained', () => {
  const policy = profilePolicy(reference);
  const meanSd = ({ end }: Run): number =>
    end.posterior.beliefs.reduce((sum, { variance }) => sum + Math.sqrt(variance), 0) / 16;
  for (const run of runs(reference, policy, 4)) {
    expect(run.stop).toBe('certain');
    expect(meanSd(run)).toBeLessThanOrEqual(0.45);
    const before = situationOf(reference, policy, run.answers.slice(0, -1));
    expect(meanSd({ ...run, end: before })).toBeGreaterThan(0.45);
  }
  const dull = {
    ...reference,
    rho: reference.rho.map(() => 0),
    items: reference.items.map((item) => ({ ...item, a: 0.1 })),
  };
  for (const { stop, answers } of runs(dull, profilePolicy(dull), 2)) {
    expect(stop).toBe('noGain');
    expect(answers.length).toBeLessThan(64);
  }
});

test('[AD-29] a certification asks 32 questions, of each competence one to three, and needs 24 answers', () => {
  const policy = certificationPolicy(reference);
  for (const { answers, end } of runs(reference, policy, 4)) {
    expect(answers).toHaveLength(32);
    reference.competences.forEach((_, index) => {
      const asked = end.seen.filter(({ competence }) => competence === index).length;
      expect(asked).toBeGreaterThanOrEqual(1);
      expect(asked).toBeLessThanOrEqual(3);
    });
  }
  expect([23, 24].map((answered) => isConclusive(policy, answered))).toEqual([false, true]);
});

test('[AD-50] practice asks about one skill alone, until nothing is left', () => {
  const items = reference.items.map((item, index) => ({ ...item, skill: `s${index % 4}` }));
  const bank = { ...reference, items };
  const [{ end, stop } = expect.fail('no run')] = runs(bank, practicePolicy(bank, 3, 's1'), 1);
  expect(stop).toBe('noItemLeft');
  expect(end.seen).toHaveLength(10);
  expect(end.seen.every(({ skill, competence }) => skill === 's1' && competence === 3)).toBe(true);
});

test('[AD-55] a review asks one question about one skill', () => {
  const items = reference.items.map((item, index) => ({ ...item, skill: `s${index % 4}` }));
  const bank = { ...reference, items };
  const [{ end, stop } = expect.fail('no run')] = runs(bank, reviewPolicy(bank, 3, 's1'), 1);
  expect(stop).toBe('length');
  expect(end.seen.map(({ skill, competence }) => [skill, competence])).toEqual([['s1', 3]]);
});

test('[AD-51] prices keep what is asked too often from being asked, and are those of the bank', () => {
  const prices = { certification: reference.items.map((_, index) => (index % 2 === 0 ? 1000 : 1)) };
  const bank = { ...reference, prices };
  for (const { end } of runs(bank, certificationPolicy(bank), 2)) {
    expect(end.seen.every((item) => bank.items.indexOf(item) % 2 === 1)).toBe(true);
  }
});
