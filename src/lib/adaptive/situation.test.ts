import { expect, test } from 'vitest';
import type { Answer } from '#lib/adaptive/item.ts';
import { diagnosticPolicy, profilePolicy } from '#lib/adaptive/policy.ts';
import { competenceEstimate, observe, priorOf } from '#lib/adaptive/posterior.ts';
import { situationAfter, situationAtStart, situationOf, situationOn } from '#lib/adaptive/situation.ts';
import { drawBank } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';

const bank = drawBank({ areas: [2, 1], rho: 0.6, itemsPerCompetence: 12 }, seededRandom('days'));
const policy = profilePolicy(bank);
const answers = (day?: number): readonly Answer[] =>
  bank.items.slice(0, 6).map(({ id }, index) => ({
    item: id,
    score: index % 2,
    ...(day === undefined ? {} : { day }),
  }));

test('[AD-52] answers as old as the half-life count for half: two of them say what one said', () => {
  const [first] = bank.items;
  if (first === undefined) throw new Error('an empty bank');
  const once = observe(priorOf(bank), first, 1);
  const twice = { ...bank, items: [first, { ...first, id: 'twin' }] };
  const both = ['twin', first.id].map((item) => ({ item, score: 1, day: 3 }));
  const later = situationOn(situationOf(twice, policy, both), 3 + (policy.halfLifeDays ?? NaN));
  expect(competenceEstimate(later.posterior, 0).mean).toBeCloseTo(competenceEstimate(once, 0).mean, 10);
  expect(competenceEstimate(later.posterior, 0).sd).toBeCloseTo(competenceEstimate(once, 0).sd, 10);
});

test('[AD-52] within a day nothing fades, nor without a half-life, nor when a clock goes back', () => {
  const sameDay = situationOf(bank, policy, answers());
  expect(situationOf(bank, policy, answers(5)).posterior).toEqual(sameDay.posterior);
  expect(situationOn(situationOf(bank, policy, answers(5)), 2).posterior).toEqual(sameDay.posterior);
  const diagnostic = situationOf(bank, diagnosticPolicy(bank), answers(5));
  expect(situationOn(diagnostic, 500).posterior).toEqual(diagnostic.posterior);
});

test('[AD-52] opened on days without an answer or rebuilt from the answers alone, it is the same', () => {
  const spread = answers().map((answer, index) => ({ ...answer, day: index * 37 }));
  let situation = situationAtStart(bank, policy);
  for (const answer of spread) {
    for (let day = situation.day ?? 0; day < answer.day; day += 5) situation = situationOn(situation, day);
    situation = situationAfter(situation, answer);
  }
  const rebuilt = situationOf(bank, policy, spread);
  expect(situation.day).toBe(rebuilt.day);
  for (const competence of [0, 1, 2]) {
    const estimate = competenceEstimate(situation.posterior, competence);
    expect(estimate.mean).toBeCloseTo(competenceEstimate(rebuilt.posterior, competence).mean, 12);
    expect(estimate.sd).toBeCloseTo(competenceEstimate(rebuilt.posterior, competence).sd, 12);
  }
  const fresh = situationOf(bank, policy, answers()).posterior;
  expect(competenceEstimate(rebuilt.posterior, 0).sd).toBeGreaterThan(competenceEstimate(fresh, 0).sd);
});

test('[AD-52] after years only the prior is left', () => {
  const later = situationOn(situationOf(bank, policy, answers(0)), 100_000);
  expect(competenceEstimate(later.posterior, 0).mean).toBeCloseTo(0, 6);
  expect(competenceEstimate(later.posterior, 0).sd).toBeCloseTo(1, 3);
});
