import { expect, test } from 'vitest';
import { checkBank } from '#lib/adaptive/bank.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { creditProbabilities } from '#lib/adaptive/response-model.ts';
import type { Framework } from '#lib/framework/framework.ts';
import { bankOf, levelCuts } from './bank.ts';
import type { ItemEntry } from './manifest.ts';

const both = (text: string) => ({ fr: text, en: text });
const competence = (id: string) => ({
  id,
  name: both(id),
  short: both(id),
  digcomp: { '2.2': [], '3.0': [] },
  skills: [{ id: `${id}.a`, can: both('a') }],
});
const framework: Framework = {
  areas: [
    { id: '1', name: both('1'), competences: [competence('1.1'), competence('1.2')] },
    { id: '2', name: both('2'), competences: [competence('2.1')] },
  ],
};
const entry: ItemEntry = {
  id: '1.1/a',
  kind: 'single-choice',
  competence: '1.1',
  skill: '1.1.a',
  level: 3,
  guessing: 0.25,
  steps: 1,
  needs: [],
  enemies: ['2.1/b'],
  timed: false,
};
const only = (change: Partial<ItemEntry>): Item =>
  bankOf([{ ...entry, ...change }], framework).items[0] as Item;
const middle = (level: number): number => (levelCuts[level - 1] as number) + 0.3;
const certain = (item: Item): Item => ({ ...item, sd: { a: 0, b: 0 } });

test('[CT-14] the bank is one that the engine accepts, competences in the order of the framework', () => {
  const bank = bankOf(
    [entry, { ...entry, id: '2.1/b', competence: '2.1', kind: 'mail', guessing: 0, steps: 3 }],
    framework,
  );
  expect(checkBank(bank).ok).toBe(true);
  expect(bank.competences).toEqual(['1.1', '1.2', '2.1']);
  expect(bank.areas).toEqual([[0, 1], [2]]);
  expect(bank.items.map((item) => item.competence)).toEqual([0, 2]);
  expect(bank.items[0]).toMatchObject({
    c: 0.25,
    level: 3,
    skill: '1.1.a',
    enemies: ['2.1/b'],
    timed: false,
  });
});

test('[CT-14] in the middle of its level two people in three manage, guessing set aside', () => {
  for (let level = 1; level <= 8; level += 1) {
    const typed = certain(only({ level, kind: 'short-text', guessing: 0 }));
    expect(creditProbabilities(typed, middle(level))[1]).toBeCloseTo(0.65, 10);
    const chosen = certain(only({ level }));
    expect(creditProbabilities(chosen, middle(level))[1]).toBeCloseTo(0.25 + 0.75 * 0.65, 10);
  }
});

test('[CT-14] higher levels are harder, by one level each', () => {
  const difficulties = [1, 2, 3, 4, 5, 6, 7, 8].map((level) => only({ level }).b);
  difficulties
    .slice(1)
    .forEach((b, index) => expect(b - (difficulties[index] as number)).toBeCloseTo(0.6, 10));
});

test('[CT-14] a task in steps has no guessing and about the same share of credit at its level', () => {
  for (const steps of [2, 3, 4]) {
    const item = certain(only({ kind: 'web', steps, guessing: 0.1 }));
    expect(item.c).toBe(0);
    expect(item.steps).toHaveLength(steps);
    const credits = creditProbabilities(item, middle(3));
    const share = credits.reduce((sum, probability, credit) => sum + (probability * credit) / steps, 0);
    expect(share).toBeGreaterThan(0.62);
    expect(share).toBeLessThan(0.75);
  }
});

test('an item of a competence that the framework lacks is left out', () => {
  expect(bankOf([{ ...entry, competence: '9.9' }], framework).items).toEqual([]);
});
