import type { Bank } from '#lib/adaptive/bank.ts';
import type { Answer, Item } from '#lib/adaptive/item.ts';
import { drawNormal } from '#lib/adaptive/normal.ts';
import { creditProbabilities } from '#lib/adaptive/response-model.ts';
import { exp } from '#lib/base/exp-log.ts';
import type { Random } from '#lib/base/random.ts';

/** What a made-up bank is like. */
export interface WorldShape {
  /** How many competences each area has. */
  readonly areas: readonly number[];
  readonly rho: number;
  readonly itemsPerCompetence: number;
}

/** The world the engine is measured in: five areas, sixteen competences, forty right-or-wrong items in each. */
export const REFERENCE_WORLD: WorldShape = { areas: [3, 4, 4, 3, 2], rho: 0.7, itemsPerCompetence: 40 };

/** A made-up bank: a = exp(N(0.3, 0.3)) held in [0.5, 2.8], b = 1.2 N(0, 1) held in [-3, 3], cuts from -1.8 to 1.8 by 0.6. */
export function drawBank(shape: WorldShape, random: Random): Bank {
  let first = 0;
  const areas = shape.areas.map((size) => {
    first += size;
    return Array.from({ length: size }, (_, index) => first - size + index);
  });
  const competences = areas.flatMap((members, area) => members.map((_, index) => `${area + 1}.${index + 1}`));
  const items = competences.flatMap((name, competence) =>
    Array.from({ length: shape.itemsPerCompetence }, (_, index): Item => ({
      id: `${name}/${index + 1}`,
      competence,
      a: held(exp(0.3 + 0.3 * drawNormal(random)), 0.5, 2.8),
      b: held(1.2 * drawNormal(random), -3, 3),
      c: 0,
    })),
  );
  const cuts = Array.from({ length: 7 }, (_, index) => (index - 3) * 0.6);
  return { competences, areas, rho: competences.map(() => shape.rho), rhoDoubt: 0, cuts, items };
}

/** The abilities of a made-up learner, one a competence, out of the bank's prior. */
export function drawAbilities(bank: Bank, random: Random): readonly number[] {
  const general = drawNormal(random);
  return bank.rho.map((rho) => Math.sqrt(rho) * general + Math.sqrt(1 - rho) * drawNormal(random));
}

/** What a learner of those abilities makes of an item. */
export function drawAnswer(item: Item, abilities: readonly number[], random: Random): Answer {
  const probabilities = creditProbabilities(item, abilities[item.competence] as number);
  const steps = probabilities.length - 1;
  let left = random();
  let credit = 0;
  while (credit < steps) {
    left -= probabilities[credit] as number;
    if (left < 0) break;
    credit += 1;
  }
  return { item: item.id, score: credit / steps };
}

function held(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
