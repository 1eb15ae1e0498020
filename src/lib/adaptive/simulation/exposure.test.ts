import { expect, test } from 'vitest';
import { diagnosticPolicy } from '#lib/adaptive/policy.ts';
import { exposureOf, exposurePrices } from '#lib/adaptive/simulation/exposure.ts';
import { capped } from '#lib/adaptive/simulation/named-policy.ts';
import { answererOf, runAttempt } from '#lib/adaptive/simulation/run.ts';
import { drawAbilities, drawBank } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';

const bank = drawBank({ areas: [2, 2], rho: 0.6, itemsPerCompetence: 30 }, seededRandom('exposure'));

test(
  '[AD-36] with the prices of a cap no item meets more people than the cap, chance aside',
  { timeout: 60_000 },
  () => {
    const policy = capped({ ...diagnosticPolicy(bank), length: { least: 6, most: 6 } }, 0.4);
    const priced = { ...policy, prices: exposurePrices(bank, policy, 'seed') };
    const greatest = (one: typeof policy): number => {
      const random = seededRandom('people');
      const attempts = Array.from({ length: 600 }, () => {
        const answer = answererOf(bank, drawAbilities(bank, random), random);
        return runAttempt(bank, one, answer, random).answers.map(({ item }) => item);
      });
      return Math.max(...exposureOf(bank, attempts));
    };
    expect(greatest(policy)).toBeGreaterThan(0.45);
    expect(greatest(priced)).toBeLessThan(0.4 + 2 * Math.sqrt((0.4 * 0.6) / 600));
    expect(exposurePrices(bank, diagnosticPolicy(bank), 'seed').every((price) => price === 1)).toBe(true);
  },
);
