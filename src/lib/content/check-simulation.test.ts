import { expect, test } from 'vitest';
import * as registry from '#lib/challenges/registry.ts';
import { checkSources } from './check.ts';
import type { Rule } from './fault.ts';
import { tinySources } from './tiny-sources.ts';

const challenge = `kind: files
skill: 1.1.search
level: 1
params:
  start:
    entries:
      - { id: bills, name: '@bills', in: home, folder: true }
      - { id: bill, name: '@bill', in: home, size: 0.2, kind: pdf }
  goal:
    - all: [{ fact: bill.in, is: bills }]
      mistake: elsewhere
examples:
  - { outcome: correct, response: [{ do: move, id: bill, to: bills }] }
  - { outcome: incorrect, response: [{ do: delete, id: bill }], mistake: elsewhere }
`;
const words = `# Titre

## instruction
Rangez la facture.

## hint
Choisissez déplacer.

## explanation
Un dossier garde ensemble. Vous retrouvez vite.

## feedback.elsewhere
La facture est ailleurs. Cherchez-la.

## bills
Factures

## bill
facture.pdf
`;

function faultsWith(from: string, to: string): readonly string[] {
  const files = new Map(tinySources);
  const folder = 'tiny/challenges/1.1/bill';
  files.set(`${folder}/challenge.yaml`, challenge.replace(from, to));
  files.set(`${folder}/fr.md`, words);
  files.set(`${folder}/en.md`, words);
  return checkSources(files, registry).faults.map(({ rule, line }) => `${rule satisfies Rule} ${line}`);
}

test('[CT-7] a sound task in a simulator has no fault', () => {
  expect(faultsWith('', '')).toEqual([]);
});

test('[CT-7] an action that the simulator does not know is told at its line', () => {
  expect(faultsWith('{ do: delete, id: bill }', '{ do: destroy, id: bill }')).toEqual(['exampleResponse 14']);
  expect(faultsWith('{ do: delete, id: bill }', '{ do: delete, ids: bill }')).toEqual(['exampleResponse 14']);
});

test('[CT-7] an action that changes nothing is a warning', () => {
  expect(faultsWith('{ do: delete, id: bill }', '{ do: delete, id: bil }')).toEqual(['idleAction 14']);
});

test('[CT-7] a condition on a fact that never comes about is told', () => {
  expect(
    faultsWith('fact: bill.in, is: bills }', 'fact: bill.in, is: bills }, { fact: bil.in, not: trash }'),
  ).toEqual(['unknownFact 9']);
});

test('[CT-7] a goal already met at the start is told', () => {
  expect(faultsWith('is: bills', 'is: home')).toContain('sense 4');
});

test('[CT-6] [CT-7] a goal that nothing reaches is told: by its correct example, or by the lack of one', () => {
  expect(faultsWith('is: bills', 'is: nowhere')).toEqual(['exampleOutcome 13', 'exampleOutcome 13']);
  expect(faultsWith('outcome: correct', 'outcome: incorrect')).toEqual([
    'examples 12',
    'exampleOutcome 13',
    'exampleOutcome 13',
  ]);
});
