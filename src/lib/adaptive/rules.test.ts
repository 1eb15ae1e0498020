import { describe, expect, test } from 'vitest';
import { checkBank, type Bank } from '#lib/adaptive/bank.ts';
import { curveTable } from '#lib/adaptive/curve.ts';
import { expectedSuccess, outlookOn } from '#lib/adaptive/expected-drop.ts';
import type { Answer, Item } from '#lib/adaptive/item.ts';
import { competencePolicy, diagnosticPolicy, type Policy } from '#lib/adaptive/policy.ts';
import { competenceEstimate } from '#lib/adaptive/posterior.ts';

import { candidatesOf, RULES } from '#lib/adaptive/rules.ts';
import { situationOf } from '#lib/adaptive/situation.ts';

const cuts = [-1.8, -1.2, -0.6, 0, 0.6, 1.2, 1.8, 2.4];

/** Two areas, of two competences and of one. */
function bankOf(items: readonly (Partial<Item> & { id: string })[]): Bank {
  const bank: Bank = {
    competences: ['1.1', '1.2', '2.1'],
    areas: [[0, 1], [2]],
    rho: [0.5, 0.5, 0.5],
    rhoDoubt: 0,
    cuts,
    items: items.map((item) => ({ competence: 0, a: 1.2, b: -1.5, c: 0, ...item })),
  };
  expect(checkBank(bank)).toMatchObject({ ok: true });
  return bank;
}

function candidates(
  bank: Bank,
  answers: readonly Answer[],
  change: Partial<Policy> = {},
  isAllowed = (_: Item) => true,
) {
  const policy = { ...diagnosticPolicy(bank), ...change };
  const situation = situationOf(bank, policy, answers);
  const outlooks = bank.competences.map((_, competence) => outlookOn(situation.posterior, competence));
  const { candidates, relaxed } = candidatesOf(situation, outlooks, isAllowed);
  return { ids: Array.from(candidates, (place) => bank.items[place]?.id ?? ''), relaxed };
}

const right = (item: string): Answer => ({ item, score: 1 });
const wrong = (item: string): Answer => ({ item, score: 0 });

test('[AD-10] what was seen, is not allowed, or is out of scope is never a candidate, whatever must yield', () => {
  const bank = bankOf([{ id: 'seen' }, { id: 'english' }, { id: 'elsewhere', competence: 2 }]);
  const isAllowed = (item: Item): boolean => item.id !== 'english';
  expect(candidates(bank, [right('seen')], { scope: [0] }, isAllowed)).toEqual({ ids: [], relaxed: [] });
  expect(candidates(bank, [right('seen')], { scope: [0, 2] }, isAllowed).ids).toEqual(['elsewhere']);
});

describe('[AD-11] rules yield', () => {
  const clash = { skill: 's', timed: true, b: 2.9 };

  test('[AD-11] all together when one item is left that breaks them all', () => {
    const answered = ['a', 'b', 'c'].map((id) => ({ ...clash, id, enemies: ['last'] }));
    const bank = bankOf([...answered, { ...clash, id: 'last' }]);
    expect(candidates(bank, ['a', 'b', 'c'].map(wrong))).toEqual({
      ids: ['last'],
      relaxed: ['enemies', 'areas', 'ceiling', 'skill', 'timed', 'misses'],
    });
  });

  test('[AD-11] the weaker one first, for each two neighbours', () => {
    expect(RULES).toEqual([
      ...['enemies', 'areas', 'competences', 'ceiling'],
      ...['skill', 'timed', 'misses', 'success'],
    ]);
    // Each item breaks only the rules named in its id; with both left, the one that breaks the weaker rule stays.
    const seen = [0, 1, 2].map((index) => ({
      id: `seen${index}`,
      skill: 's',
      timed: true,
      enemies: ['enemies'],
    }));
    const elsewhere = { competence: 2 };
    const bank = bankOf([
      ...seen,
      { id: 'enemies', ...elsewhere },
      { id: 'ceiling', ...elsewhere, b: 2.9 },
      { id: 'skill', ...elsewhere, skill: 's' },
      { id: 'timed', ...elsewhere, timed: true },
      { id: 'misses' },
    ]);
    const answers = seen.map(({ id }) => wrong(id));
    const order = ['enemies', 'ceiling', 'skill', 'timed', 'misses'];
    const open = { perArea: { least: 0, most: 9 } };
    for (let weakest = order.length; weakest > 0; weakest -= 1) {
      const left = order.slice(0, weakest);
      const { ids } = candidates(bank, answers, open, (item) => left.includes(item.id));
      expect(ids).toEqual([left.at(-1)]);
    }
  });
});

test('[AD-12] an enemy is out, whichever of the two names the other', () => {
  const bank = bankOf([{ id: 'a', enemies: ['b'] }, { id: 'b' }, { id: 'c', enemies: ['a'] }, { id: 'd' }]);
  expect(candidates(bank, [right('a')]).ids).toEqual(['d']);
  expect(candidates(bank, [right('b')]).ids).toEqual(['c', 'd']);
});

test('[AD-13] an area at its most is closed, and one short of its least comes first when it must', () => {
  const many = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
  const bank = bankOf([...many, { id: 'other', competence: 2 }]);
  const perArea = { least: 1, most: 3 };
  expect(candidates(bank, ['a', 'b'].map(right), { perArea }).ids).toHaveLength(4);
  expect(candidates(bank, ['a', 'b', 'c'].map(right), { perArea }).ids).toEqual(['other']);
  const short = { perArea, length: { least: 3, most: 3 } };
  expect(candidates(bank, ['a'].map(right), short).ids).toHaveLength(5);
  expect(candidates(bank, ['a', 'b'].map(right), short).ids).toEqual(['other']);
});

test('[AD-13] so is a competence at its most, and one short of its least comes first when it must', () => {
  const many = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const bank = bankOf([...many, { id: 'sister', competence: 1 }, { id: 'other', competence: 2 }]);
  const open = { least: 0, most: 9 };
  const rule = { perArea: open, perCompetence: { least: 1, most: 2 } };
  expect(candidates(bank, ['a'].map(right), rule).ids).toHaveLength(5);
  expect(candidates(bank, ['a', 'b'].map(right), rule).ids).toEqual(['sister', 'other']);
  const short = { ...rule, length: { least: 3, most: 3 } };
  expect(candidates(bank, ['a'].map(right), short).ids).toEqual(['sister', 'other']);
  expect(candidates(bank, ['a', 'other'].map(right), short).ids).toEqual(['sister']);
  const bare = bankOf([...many, { id: 'other', competence: 2 }]);
  expect(candidates(bare, ['a', 'b', 'other'].map(right), rule)).toMatchObject({
    ids: ['c', 'd'],
    relaxed: ['competences'],
  });
});

test('[AD-14] nothing stands more than two levels above the estimate of its competence', () => {
  const bank = bankOf([
    { id: 'first' },
    { id: 'near', b: 1.19 },
    { id: 'far', b: 1.2 },
    { id: 'easy', b: -3 },
  ]);
  const ids = candidates(bank, [wrong('first')]).ids;
  const { mean } = competenceEstimate(
    situationOf(bank, diagnosticPolicy(bank), [wrong('first')]).posterior,
    0,
  );
  expect(mean).toBeLessThan(-0.6);
  expect(ids).toEqual(['easy']);
  const inBetween = bankOf([
    { id: 'first', b: -3 },
    { id: 'near', b: 1.79 },
    { id: 'far', b: 1.8 },
  ]);
  expect(candidates(inBetween, [right('first')]).ids).toEqual(['near']);
});

test('[AD-15] the last skill does not come twice in a row, and items without one are free', () => {
  const bank = bankOf([
    { id: 'a', skill: 's' },
    { id: 'b', skill: 's' },
    { id: 'c', skill: 't' },
    { id: 'd' },
  ]);
  expect(candidates(bank, [right('a')]).ids).toEqual(['c', 'd']);
  expect(candidates(bank, [right('d')]).ids).toEqual(['a', 'b', 'c']);
  expect(candidates(bank, ['a', 'd'].map(right)).ids).toEqual(['b', 'c']);
});

test('[AD-16] a timed item does not follow another', () => {
  const bank = bankOf([
    { id: 'a', timed: true },
    { id: 'b', timed: true },
    { id: 'c', timed: false },
    { id: 'd' },
  ]);
  expect(candidates(bank, [right('a')]).ids).toEqual(['c', 'd']);
  expect(candidates(bank, ['a', 'd'].map(right)).ids).toEqual(['b', 'c']);
});

test('[AD-17] three misses in a row lead to another area; some credit breaks the row', () => {
  const steps = [-0.5, 0.5];
  const same = ['a', 'b', 'c', 'd'].map((id) => ({ id, b: -3, steps }));
  const bank = bankOf([
    ...same,
    { id: 'sister', competence: 1, b: -3 },
    { id: 'other', competence: 2, b: -3 },
  ]);
  const perArea = { least: 0, most: 9 };
  expect(candidates(bank, ['a', 'b'].map(wrong), { perArea }).ids).toHaveLength(4);
  expect(candidates(bank, ['a', 'b', 'c'].map(wrong), { perArea })).toEqual({ ids: ['other'], relaxed: [] });
  const partly = [wrong('a'), { item: 'b', score: 0.5 }, wrong('c')];
  expect(candidates(bank, partly, { perArea }).ids).toHaveLength(3);
});

describe('[AD-18] first and last item', () => {
  const bs = [-3, -2, -1.5, -1, -0.5, 0, 0.5];
  const bank = bankOf(bs.map((b) => ({ id: `b${b}`, b })));
  const successOf = (id: string, answers: readonly Answer[]): number => {
    const item = bank.items.find((one) => one.id === id) as Item;
    const { posterior } = situationOf(bank, competencePolicy(bank, 0), answers);
    return expectedSuccess(curveTable([item]), 0, outlookOn(posterior, 0));
  };

  test('[AD-18] have the success the policy asks for, where the bank allows', () => {
    const first = candidates(bank, []).ids;
    expect(first).toEqual(bs.map((b) => `b${b}`).filter((id) => successOf(id, []) >= 0.75));
    expect(first.length).toBeGreaterThan(1);
    const answers = [wrong('b0'), right('b0.5')];
    const last = candidates(bank, answers, { length: { least: 3, most: 3 } }).ids;
    expect(last).toEqual(last.filter((id) => successOf(id, answers) >= 0.8));
    expect(candidates(bank, answers).ids.length).toBeGreaterThan(last.length);
  });

  test('[AD-18] are the easiest there are otherwise', () => {
    const { ids, relaxed } = candidates(bank, [], {}, (item) => item.b >= -0.5);
    expect(ids).toEqual(['b-0.5']);
    expect(relaxed).toEqual([]);
  });
});
