import { expect, test } from 'vitest';
import { bankFromText, bankToText } from '#lib/adaptive/bank-file.ts';
import { drawBank } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';
import { learnersFromText } from '#lib/adaptive/simulation/learners-file.ts';

const good = `{
  "competences": ["1.1", "2.1"],
  "rho": [0.5, 0.6],
  "cuts": [-1, 0, 1],
  "items": [
    {"id": "x", "competence": "1.1", "a": 1, "b": 0, "c": 0},
    {"id": "y", "competence": "2.1", "a": 1.2, "b": 0.5, "c": 0.25}
  ]
}`;

test('[AD-30] a bank goes to text and back to the same, prices, steps and doubts included', () => {
  const drawn = drawBank({ areas: [2, 1], rho: 0.6, itemsPerCompetence: 3 }, seededRandom('text'));
  const items = drawn.items.map((item, index) =>
    index === 0 ? { ...item, steps: [-0.5, 0.5], sd: { a: 0.1, b: 0.2 }, skill: 's', timed: true } : item,
  );
  const bank = { ...drawn, rhoDoubt: 0.75, items, prices: { certification: items.map(() => 1.5) } };
  const read = bankFromText(bankToText(bank, 4));
  expect(read).toMatchObject({ ok: true, revision: 4 });
  if (read.ok) {
    expect(read.bank.rhoDoubt).toBeCloseTo(0.75, 12);
    expect({ ...read.bank, rhoDoubt: 0.75 }).toEqual(bank);
  }
});

test('[AD-30] areas are what stands before the dot', () => {
  const read = bankFromText(good);
  expect(read.ok && read.bank.areas).toEqual([[0], [1]]);
});

test.each<[string, string, string, number, RegExp]>([
  ['NaN', '"b": 0.5', '"b": NaN', 7, /NaN is no number/],
  ['an endless number', '"b": 0.5', '"b": 1e999', 7, /items.1.b/],
  ['a negative discrimination', '"a": 1.2', '"a": -1.2', 7, /discrimination.*y/],
  ['an unknown competence', '"competence": "2.1"', '"competence": "2.7"', 7, /"2.7"/],
  ['no item for a competence', '["1.1", "2.1"]', '["1.1", "2.1", "3.1"]', 2, /"3.1" has no item/],
  ['cuts that go down', '[-1, 0, 1]', '[-1, 0, -2]', 4, /cuts/],
  ['two items of one id', '"id": "y"', '"id": "x"', 7, /one id: x/],
  ['rho of another length', '[0.5, 0.6]', '[0.5]', 3, /rho/],
  ['rho of 2', '[0.5, 0.6]', '[0.5, 2]', 3, /rho/],
  ['a missing field', '"a": 1.2, ', '', 7, /items.1.a/],
  ['a missing comma', '"a": 1.2, "b"', '"a": 1.2 "b"', 7, /no JSON/],
])('[AD-31] %s is refused with its line and how to mend it', (_, from, to, line, message) => {
  const read = bankFromText(good.replace(from, to));
  expect(read.ok).toBe(false);
  const [fault] = read.ok ? [] : read.faults;
  expect(fault?.line).toBe(line);
  expect(fault?.message).toMatch(message);
  expect(fault?.mend).toMatch(/^[A-Z].*\.$/);
});

test('[AD-31] learners of another dimension are refused with their line', () => {
  const text = '[\n{"id": "a", "theta": [0, 1]},\n{"id": "b", "theta": [0]}\n]';
  const read = learnersFromText(text, 2);
  expect(read.ok ? [] : read.faults).toMatchObject([
    { line: 3, message: expect.stringContaining('learner b') },
  ]);
  expect(learnersFromText('[{"id": "a", "theta": [NaN]}]', 1)).toMatchObject({ ok: false });
  expect(learnersFromText('[{"id": "a", "theta": [0, 1]}]', 2)).toMatchObject({ ok: true });
});
