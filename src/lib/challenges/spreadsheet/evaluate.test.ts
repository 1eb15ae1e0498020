import { expect, test } from 'vitest';
import { movedFormula } from './address.ts';
import { valuesOf, type Cells } from './evaluate.ts';
import { textIn, typedNumber } from './value.ts';

const cells: Cells = {
  A1: 1,
  A2: 2,
  A3: 3,
  A4: 'vélo',
  B1: 10,
  B2: 20,
  B3: '',
  C1: 'Ann',
  C2: 'Bob',
  D1: 65,
  D2: 64,
};

function valueOf(formula: string, more: Cells = {}): unknown {
  return valuesOf({ ...cells, ...more, L9: formula })('L9');
}

test.each([
  ['=1+2*3', 7],
  ['=(1+2)*3', 9],
  ['=-2^2', 4],
  ['=10/4', 2.5],
  ['=0,1+0,2', 0.3],
  ['=50%*8', 4],
  ['=A1+A2+A3', 6],
  ['=SOMME(A1:A4)', 6],
  ['=SUM(A1,B1)', 11],
  ['=somme(a1:b2)', 33],
  ['=SOMME(A1;1,5)', 2.5],
  ['=MAX(1,2)', 2],
  ['=MOYENNE(B1:B3)', 15],
  ['=NB(A1:A4)', 3],
  ['=NBVAL(A1:A4)', 4],
  ['=NB.SI(D1:D2;">=65")', 1],
  ['=NB.SI(A1:A4;"VELO")', 1],
  ['=NB.SI(A1:A4;"<>2")', 3],
  ['=SOMME.SI(A1:A3;">1";B1:B3)', 20],
  ['=SI(D1>=65;"oui";"non")', 'oui'],
  ['=IF(D2>=65,"oui","non")', 'non'],
  ['=SI(ET(A1=1;OU(A2=9;A3=3));"a";"b")', 'a'],
  ['=RECHERCHEV("bob";C1:D2;2;FAUX)', 64],
  ['=RECHERCHEX("Ann";C1:C2;D1:D2)', 65],
  ['=ARRONDI(2,345;2)', 2.35],
  ['="a"&A1&"b"', 'a1b'],
  ['=A4="VÉLO"', true],
  ['=8×2÷4−1', 3],
])('%s is %s', (formula, expected) => {
  expect(valueOf(formula)).toBe(expected);
});

test.each([
  ['=1/B3', '#DIV/0!'],
  ['=MOYENNE(B3)', '#DIV/0!'],
  ['=A4+1', '#VALUE!'],
  ['=SOME(A1:A3)', '#NAME?'],
  ['=toString(1)', '#NAME?'],
  ['=RECHERCHEV("Zoé";C1:D2;2)', '#N/A'],
  ['=SOMME(A1:A3', '#SYNTAX!'],
  ['=1+', '#SYNTAX!'],
  ['=', '#SYNTAX!'],
  ['=#REF!+1', '#REF!'],
  ['=SOMME(L9)', '#CYCLE!'],
])('%s is the fault %s', (formula, fault) => {
  expect(textIn(valueOf(formula) as never)).toBe(fault);
});

test('two cells that need one another are a fault, and so is all that needs them', () => {
  const value = valuesOf({ A1: '=B1', B1: '=A1', C1: '=SOMME(A1:B1)' });
  expect(value('C1')).toEqual({ fault: '#CYCLE!' });
});

test('deep brackets and endless text end in a fault, not in an error', () => {
  expect(valueOf(`=${'('.repeat(5000)}1${')'.repeat(5000)}`)).toEqual({ fault: '#SYNTAX!' });
  expect(valueOf(`=${'1+'.repeat(80)}1`)).toBe(81);
});

test('a formula that is copied moves along, but for what has a dollar sign', () => {
  expect(movedFormula('=A1*$B$1+SOMME(A1:A3)&"A1"', 1, 2)).toBe('=B3*$B$1+SOMME(B3:B5)&"A1"');
  expect(movedFormula('=A1', 0, -1)).toBe('=#REF!');
});

test.each([
  ['12,5', 12.5],
  ['1 250,00 €', 1250],
  ['21 %', 0.21],
  ['12.5', 12.5],
  ['12 rue', undefined],
  ['', undefined],
])('%s typed is %s', (typed, expected) => {
  expect(typedNumber(typed)).toBe(expected);
});
