import { describe, expect, test } from 'vitest';
import type { Bank } from '#lib/adaptive/bank.ts';
import type { Answer, Item } from '#lib/adaptive/item.ts';
import { nextFrom, nextItem } from '#lib/adaptive/next-item.ts';
import { competencePolicy, diagnosticPolicy, paperPolicy, type Policy } from '#lib/adaptive/policy.ts';
import { competenceEstimate } from '#lib/adaptive/posterior.ts';
import { situationAfter, situationAtStart, situationOf } from '#lib/adaptive/situation.ts';
import { stopReason, type StopReason } from '#lib/adaptive/stopping.ts';
import { drawAbilities, drawAnswer, drawBank, REFERENCE_WORLD } from '#lib/adaptive/world.ts';
import { seededRandom, shuffled } from '#lib/base/random.ts';

const small = drawBank({ areas: [2, 1], rho: 0.6, itemsPerCompetence: 12 }, seededRandom('small'));
const reference = drawBank(REFERENCE_WORLD, seededRandom('reference'));

/** A whole attempt of a made-up learner, each choice seeded from the attempt and the number of answers. */
function attempt(bank: Bank, policy: Policy, seed: string): { answers: readonly Answer[]; stop: StopReason } {
  const learner = seededRandom(`${seed}/learner`);
  const abilities = drawAbilities(bank, learner);
  const answers: Answer[] = [];
  for (;;) {
    const next = nextItem(bank, policy, answers, seededRandom(`${seed}/${answers.length}`));
    if ('stop' in next) return { answers, stop: next.stop };
    answers.push(drawAnswer(next.item, abilities, learner));
  }
}

function digestOf(texts: readonly string[]): number {
  let digest = 0;
  for (const character of texts.join(' ')) digest = (Math.imul(digest, 31) + character.charCodeAt(0)) >>> 0;
  return digest;
}

const idsOf = (answers: readonly Answer[]): string[] => answers.map(({ item }) => item);

describe('sequence', () => {
  test('[AD-24] the same seed gives the same items, these very ones', () => {
    const seeds = ['one', 'two', 'three', 'four', 'five'];
    const ids = seeds.flatMap((seed) => idsOf(attempt(reference, diagnosticPolicy(reference), seed).answers));
    expect(digestOf(ids)).toBe(871_945_567);
    expect(new Set(ids).size).toBeGreaterThan(20);
  });

  test('[AD-24] it is the same going on from a situation as rebuilt from the answers', () => {
    const policy = diagnosticPolicy(reference);
    const { answers } = attempt(reference, policy, 'resumed');
    let situation = situationAtStart(reference, policy);
    answers.forEach((answer, count) => {
      const next = nextFrom(situation, seededRandom(`resumed/${count}`));
      expect('item' in next && next.item.id).toBe(answer.item);
      situation = situationAfter(situation, answer);
    });
    expect(situation).toEqual(situationOf(reference, policy, answers));
    expect(nextFrom(situation, seededRandom('end'))).toEqual({ stop: 'length' });
  });

  test('[AD-19] the order of the bank decides nothing', () => {
    const mixed = { ...reference, items: shuffled(reference.items, seededRandom('mixed')) };
    const policy = diagnosticPolicy(reference);
    expect(attempt(mixed, policy, 'order')).toEqual(attempt(reference, policy, 'order'));
  });

  test('[AD-19] equal items are drawn evenly, with one random number a question', () => {
    const items = ['a', 'b', 'c', 'd'].map((id): Item => ({ id, competence: 0, a: 1, b: -2, c: 0 }));
    const bank = { ...small, items };
    const random = seededRandom('even');
    const counts = new Map<string, number>();
    let numbers = 0;
    const counted = (): number => {
      numbers += 1;
      return random();
    };
    for (let draw = 0; draw < 400; draw += 1) {
      const next = nextItem(bank, competencePolicy(small, 0), [], counted);
      if ('item' in next) counts.set(next.item.id, (counts.get(next.item.id) ?? 0) + 1);
    }
    expect(numbers).toBe(400);
    for (const { id } of items) expect(Math.abs((counts.get(id) ?? 0) - 100)).toBeLessThan(30);
  });
});

describe('policies', () => {
  test('[AD-20] a diagnostic asks ten questions, from one to three in each of five areas', () => {
    for (let learner = 0; learner < 20; learner += 1) {
      const { answers, stop } = attempt(reference, diagnosticPolicy(reference), `diagnostic ${learner}`);
      const { seen } = situationOf(reference, diagnosticPolicy(reference), answers);
      const perArea = reference.areas.map(
        (members) => seen.filter(({ competence }) => members.includes(competence)).length,
      );
      expect(answers).toHaveLength(10);
      expect(stop).toBe('length');
      expect(Math.min(...perArea)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...perArea)).toBeLessThanOrEqual(3);
    }
  });

  test('[AD-21] a competence assessment asks 8 to 15 questions of it, and stops when its level is known', () => {
    const lengths = new Set<number>();
    for (let learner = 0; learner < 20; learner += 1) {
      const policy = competencePolicy(reference, 4);
      const { answers, stop } = attempt(reference, policy, `competence ${learner}`);
      const { posterior, seen } = situationOf(reference, policy, answers);
      expect(seen.every((item) => item.competence === 4)).toBe(true);
      const reason = stopReason(policy, posterior, answers.length);
      expect(stop).toBe(reason);
      for (let count = 8; count < answers.length; count += 1) {
        const before = situationOf(reference, policy, answers.slice(0, count)).posterior;
        expect(stopReason(policy, before, count)).toBeUndefined();
      }
      expect(answers.length).toBeGreaterThanOrEqual(8);
      expect(stop === 'certain' || answers.length === 15).toBe(true);
      if (stop === 'certain') expect(competenceEstimate(posterior, 4).sd).toBeLessThan(0.6);
      lengths.add(answers.length);
    }
    expect(Math.min(...lengths)).toBe(8);
    expect(lengths.size).toBeGreaterThan(2);
  });

  test('[AD-22] a bank with nothing left stops the test with that reason, after all it had', () => {
    const items = small.items.slice(0, 5);
    const { answers, stop } = attempt({ ...small, items }, competencePolicy(small, 0), 'short');
    expect(stop).toBe('noItemLeft');
    expect(new Set(idsOf(answers))).toEqual(new Set(items.map(({ id }) => id)));
    expect(nextItem(small, competencePolicy(small, 0), [], seededRandom('none'), () => false)).toEqual({
      stop: 'noItemLeft',
    });
  });

  test('[AD-11] a diagnostic never ends before ten while the bank has ten', () => {
    const items = small.items.slice(0, 10).map((item): Item => ({
      ...item,
      skill: 'one',
      timed: true,
      enemies: small.items.map(({ id }) => id),
    }));
    const { answers, stop } = attempt({ ...small, items }, diagnosticPolicy(small), 'hostile');
    expect(stop).toBe('length');
    expect(new Set(idsOf(answers)).size).toBe(10);
  });

  test('[AD-23] an answer to an item the bank no longer holds counts, and says nothing', () => {
    const policy = diagnosticPolicy(small);
    const [first] = small.items as readonly [Item];
    const known = { item: first.id, score: 1 };
    const situation = situationOf(small, policy, [known, { item: 'gone', score: 0 }]);
    expect(situation.count).toBe(2);
    expect({ ...situation, count: 1 }).toEqual(situationOf(small, policy, [known]));
  });
});

test('[AD-26] with 2,000 items the tenth question takes under 5 ms', () => {
  const bank = drawBank({ ...REFERENCE_WORLD, itemsPerCompetence: 125 }, seededRandom('large'));
  const policy = diagnosticPolicy(bank);
  const answers = attempt(bank, policy, 'large').answers.slice(0, 9);
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    nextItem(bank, policy, answers, seededRandom('timed'));
    return performance.now() - start;
  });
  times.sort((one, other) => one - other);
  expect(times[15]).toBeLessThan(5);
});

test('[AD-56] a fixed form asks its items in their order, and ends with the last or where the bank lacks one', () => {
  const form = shuffled(reference.items, seededRandom('form'))
    .slice(0, 10)
    .map(({ id }) => id);
  const { answers, stop } = attempt(reference, paperPolicy(reference, form), 'paper');
  expect(answers.map(({ item }) => item)).toEqual(form);
  expect(stop).toBe('length');
  const short = paperPolicy(reference, [...form.slice(0, 3), 'gone', ...form.slice(4)]);
  expect(attempt(reference, short, 'paper')).toMatchObject({ answers: { length: 3 }, stop: 'noItemLeft' });
  const none = nextItem(reference, paperPolicy(reference, form), [], seededRandom('s'), () => false);
  expect(none).toEqual({ stop: 'noItemLeft' });
});
