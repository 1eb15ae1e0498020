import { expect, test } from 'vitest';
import { areasByCompetence, checkBank, itemOf, type Bank, type BankRefusal } from '#lib/adaptive/bank.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { drawBank, REFERENCE_WORLD } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';

const bank = drawBank({ areas: [2, 1], rho: 0.5, itemsPerCompetence: 2 }, seededRandom('bank'));
const withItem = (change: Partial<Item>): Bank => ({
  ...bank,
  items: bank.items.map((item, index) => (index === 1 ? { ...item, ...change } : item)),
});

test('[AD-1] the reference world and a bank without items pass', () => {
  expect(checkBank(drawBank(REFERENCE_WORLD, seededRandom('world'))).ok).toBe(true);
  expect(checkBank({ ...bank, items: [] })).toEqual({ ok: true, value: { ...bank, items: [] } });
});

test('[AD-1] there may be any number of levels, and doubt about rho', () => {
  for (const cuts of [[0], [-1, 1], Array.from({ length: 20 }, (_, index) => index / 5 - 2)]) {
    expect(checkBank({ ...bank, cuts, rhoDoubt: 1.5 }).ok).toBe(true);
  }
});

test.each<[string, BankRefusal, Bank]>([
  ['no competence', 'badCompetences', { ...bank, competences: [] }],
  ['a competence twice', 'badCompetences', { ...bank, competences: ['1.1', '1.1', '2.1'] }],
  ['a competence in no area', 'areasDoNotPartition', { ...bank, areas: [[0, 1]] }],
  ['a competence in two areas', 'areasDoNotPartition', { ...bank, areas: [[0, 1, 2], [2]] }],
  ['an empty area', 'areasDoNotPartition', { ...bank, areas: [[0, 1, 2], []] }],
  ['a rho of 1', 'rhoOutOfRange', { ...bank, rho: [0.5, 0.5, 1] }],
  ['a rho below 0', 'rhoOutOfRange', { ...bank, rho: [0.5, -0.1, 0.5] }],
  ['a rho too few', 'rhoOutOfRange', { ...bank, rho: [0.5, 0.5] }],
  ['a negative doubt about rho', 'badRhoDoubt', { ...bank, rhoDoubt: -1 }],
  ['no cut', 'cutsNotIncreasing', { ...bank, cuts: [] }],
  ['prices of other items', 'badPrices', { ...bank, prices: { certification: [1] } }],
  ['equal cuts', 'cutsNotIncreasing', { ...bank, cuts: [0, 0, 1, 2, 3, 4, 5, 6] }],
  ['a cut not a number', 'cutsNotIncreasing', { ...bank, cuts: [0, 1, NaN, 2, 3, 4, 5, 6] }],
  ['an id twice', 'duplicateItem', withItem({ id: '1.1/1' })],
  ['an unknown competence', 'unknownCompetence', withItem({ competence: 3 })],
  ['half a competence', 'unknownCompetence', withItem({ competence: 0.5 })],
  ['a negative slope', 'badDiscrimination', withItem({ a: -1 })],
  ['a slope not a number', 'badDiscrimination', withItem({ a: NaN })],
  ['an endless difficulty', 'badDifficulty', withItem({ b: Infinity })],
  ['sure guessing', 'badGuessing', withItem({ c: 1 })],
  ['guessing at a graded task', 'badGuessing', withItem({ c: 0.2, steps: [0, 1] })],
  ['no step', 'badSteps', withItem({ steps: [] })],
  ['a step not a number', 'badSteps', withItem({ steps: [0, NaN] })],
  ['a negative doubt', 'badDoubt', withItem({ sd: { a: 0.1, b: -1 } })],
])('[AD-1] %s is refused: %s', (_, reason, refused) => {
  expect(checkBank(refused)).toMatchObject({ ok: false, reason });
});

test('[AD-1] the refusal names the item at fault', () => {
  expect(checkBank(withItem({ a: 0 }))).toMatchObject({ detail: '1.1/2' });
});

test('items are found by id and competences know their area', () => {
  expect(itemOf(bank, '2.1/2')?.competence).toBe(2);
  expect(itemOf(bank, 'elsewhere')).toBeUndefined();
  expect(areasByCompetence(bank)).toEqual([0, 0, 1]);
});
