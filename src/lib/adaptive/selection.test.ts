import { expect, test } from 'vitest';
import type { Bank } from '#lib/adaptive/bank.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { areasGoal } from '#lib/adaptive/goal.ts';
import { competencePolicy, NO_COMFORT, type Policy } from '#lib/adaptive/policy.ts';
import { selectItem, type Selection } from '#lib/adaptive/selection.ts';
import { situationAtStart } from '#lib/adaptive/situation.ts';
import { seededRandom } from '#lib/base/random.ts';

/** Two items of one competence; an item of a greater slope tells more. */
function bankOf(slopes: Readonly<Record<string, number>>): Bank {
  const items = Object.entries(slopes).map(([id, a]): Item => ({ id, competence: 0, a, b: 0, c: 0 }));
  return { competences: ['1.1'], areas: [[0]], rho: [0.5], rhoDoubt: 0, cuts: [0], items };
}

function choose(bank: Bank, change: Partial<Policy>, count: number, seed: string): Selection {
  const length = { least: 0, most: 15 };
  const policy = { ...competencePolicy(bank, 0), comfort: NO_COMFORT, length, ...change };
  const situation = { ...situationAtStart(bank, policy), count };
  const selection = selectItem(situation, seededRandom(seed), () => true);
  if (selection === undefined) throw new Error('nothing to ask');
  return selection;
}

/** In how many of 2,000 draws the item of that id is chosen. */
const timesOf = (bank: Bank, id: string, count: number): number =>
  Array.from({ length: 2000 }, (_, draw) => choose(bank, { nearTie: 0.1 }, count, `draw ${draw}`)).filter(
    ({ item }) => item.id === id,
  ).length;

const dropOf = (a: number): number => choose(bankOf({ only: a }), { nearTie: 0 }, 0, 'only').drop;

test('[AD-19] a near-tie is settled by how near it is, whichever id is the better one', () => {
  const gap = 1 - dropOf(1.36) / dropOf(1.4);
  // Both worths are lowered by a share drawn evenly up to a tenth: the lesser wins where its own is less by the gap.
  const share = (1 - gap / 0.1) * (1 - gap / 0.1) * 0.5;
  expect(share).toBeGreaterThan(0.1);
  const times = [
    timesOf(bankOf({ here: 1.4, there: 1.36 }), 'there', 0),
    timesOf(bankOf({ here: 1.36, there: 1.4 }), 'here', 0),
  ];
  for (const count of times) expect(Math.abs(count / 2000 - share)).toBeLessThan(0.03);
});

test('[AD-19] what counts as near shrinks as the test goes on', () => {
  const bank = bankOf({ better: 1.4, lesser: 1.36 });
  expect(timesOf(bank, 'lesser', 0)).toBeGreaterThan(timesOf(bank, 'lesser', 1));
  expect(timesOf(bank, 'lesser', 20)).toBe(0);
});

test('[AD-54] doubtful items take turns to the end, the more they are doubtful', () => {
  const known = bankOf({ better: 1.4, lesser: 1.2 });
  const doubting = (sd: { a: number; b: number }): Bank => ({
    ...known,
    items: known.items.map((item) => ({ ...item, sd })),
  });
  expect(timesOf(known, 'lesser', 20)).toBe(0);
  const [much, little] = [
    timesOf(doubting({ a: 0.3, b: 0.6 }), 'lesser', 20),
    timesOf(doubting({ a: 0.2, b: 0.4 }), 'lesser', 20),
  ];
  expect(little).toBeGreaterThan(0);
  expect(much).toBeGreaterThan(little);
  expect(much).toBeLessThan(1000);
});

test('[AD-54] the drop that is told is that of the best item, whichever is asked', () => {
  const bank = bankOf({ better: 1.4, lesser: 1.36 });
  const told = Array.from({ length: 50 }, (_, draw) => choose(bank, { nearTie: 0.5 }, 0, `draw ${draw}`));
  expect(new Set(told.map(({ item }) => item.id)).size).toBe(2);
  expect(new Set(told.map(({ drop }) => drop))).toEqual(new Set([dropOf(1.4)]));
});

test('[AD-51] worth is divided by the price, and the drop that is told is not', () => {
  const bank = bankOf({ better: 1.8, lesser: 1 });
  const fair = dropOf(1.8) / dropOf(1);
  expect(fair).toBeGreaterThan(1.2);
  const at = (price: number): Selection => choose(bank, { nearTie: 0, prices: [price, 1] }, 0, 'price');
  expect(at(fair * 0.99).item.id).toBe('better');
  expect(at(fair * 1.01).item.id).toBe('lesser');
  expect(at(fair * 0.99).drop).toBe(dropOf(1.8));
});

/** An area of two competences and one of four, an item in the first of each. */
function areasOf(heavy: number, light: number): Bank {
  const items = [
    { id: 'heavy', competence: 0, a: heavy, b: 0, c: 0 },
    { id: 'light', competence: 2, a: light, b: 0, c: 0 },
  ];
  const competences = ['1.1', '1.2', '2.1', '2.2', '2.3', '2.4'];
  const [areas, rho] = [
    [
      [0, 1],
      [2, 3, 4, 5],
    ],
    competences.map(() => 0.7),
  ];
  return { competences, areas, rho, rhoDoubt: 0, cuts: [0], items };
}

test('[AD-57] early questions go where they tell more of anybody, the last sure one and all after it to the goal', () => {
  const bank = areasOf(1.25, 1.3);
  const change = { goal: areasGoal(bank), scope: [0, 2], nearTie: 0, length: { least: 10, most: 12 } };
  const asked = [0, 4, 9, 10, 11].map((count) => choose(bank, change, count, 'areas').item.id);
  expect(asked).toEqual(['light', 'light', 'heavy', 'heavy', 'heavy']);
});

test('[AD-57] of two items that tell as much, the steep one waits', () => {
  const flat = { id: 'flat', competence: 0, a: 1.6, b: 0, c: 0 };
  const bank = { ...bankOf({}), items: [flat, { ...flat, id: 'steep', a: 2.6, b: 0.9 }] };
  const [first, last] = [0, 9].map((count) =>
    choose(bank, { nearTie: 0, length: { least: 10, most: 10 } }, count, 'steep'),
  );
  expect([first?.item.id, last?.item.id]).toEqual(['flat', 'steep']);
});
