import type { Bank } from '#lib/adaptive/bank.ts';
import { USUAL_RHO_DOUBT } from '#lib/adaptive/factor.ts';
import type { Answer, Item } from '#lib/adaptive/item.ts';
import {
  certificationPolicy,
  competencePolicy,
  diagnosticPolicy,
  flashPolicy,
  profilePolicy,
  type Policy,
} from '#lib/adaptive/policy.ts';
import { answererOf, runAttempt } from '#lib/adaptive/simulation/run.ts';
import { drawAbilities, drawBank, REFERENCE_WORLD } from '#lib/adaptive/world.ts';
import { seededRandom, textHash } from '#lib/base/random.ts';

/**
 * One text out of whole attempts of five policies, every item asked and every bit of every estimate: two engines that
 * give the same one computed the same. Items of all kinds take part: guessing, tasks in steps, doubt;
 * and answers that fade, where the policy has them do so.
 */
export function attemptsDigest(attempts: number): string {
  const drawn = drawBank({ ...REFERENCE_WORLD, itemsPerCompetence: 12 }, seededRandom('digest'));
  const kinds = [{}, { c: 0.25 }, { steps: [-0.6, 0, 0.6] }, { sd: { a: 0.3, b: 0.6 } }];
  const items = drawn.items.map((item, index) => ({ ...item, ...kinds[index % kinds.length] }));
  const bank: Bank = { ...drawn, rhoDoubt: USUAL_RHO_DOUBT, items };
  const policies: readonly Policy[] = [
    diagnosticPolicy(bank),
    flashPolicy(bank),
    competencePolicy(bank, 3),
    certificationPolicy(bank),
    profilePolicy(bank),
  ];
  const digest = [0, 0];
  const bits = new DataView(new ArrayBuffer(8));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const random = seededRandom(`attempt ${attempt}`);
    const answer = answererOf(bank, drawAbilities(bank, random), random);
    let day = 0;
    const answerLater = (item: Item): Answer => ({ ...answer(item), day: (day += 3) });
    const policy = policies[attempt % policies.length] as Policy;
    const { answers, end } = runAttempt(
      bank,
      policy,
      policy.halfLifeDays === undefined ? answer : answerLater,
      random,
    );
    const numbers = end.posterior.beliefs.flatMap(({ mean, variance }) => [mean, variance]);
    const told = [
      ...answers.map(({ item, score }) => `${item}=${score}`),
      ...numbers.map((number) => {
        bits.setFloat64(0, number);
        return `${bits.getUint32(0).toString(16)}${bits.getUint32(4).toString(16)}`;
      }),
    ].join(' ');
    digest[0] = textHash(`${digest[0]} ${told}`);
    digest[1] = textHash(`${told} ${digest[1]}`);
  }
  return digest.map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
