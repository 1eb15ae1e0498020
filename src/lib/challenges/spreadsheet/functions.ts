import { normalised } from '#lib/base/normalise.ts';
import {
  compared,
  isFault,
  numberIn,
  textIn,
  typedNumber,
  type Block,
  type CellFault,
  type Value,
} from './value.ts';

/** What a function is given: a single value is a block of one. */
export type Given = readonly Block[];

/** A function by its arguments; those that choose among values take them all calculated. */
type Calculate = (given: Given) => Value;

const names: Readonly<Record<string, string>> = {
  SOMME: 'SUM',
  MOYENNE: 'AVERAGE',
  NB: 'COUNT',
  NBVAL: 'COUNTA',
  'NB.SI': 'COUNTIF',
  'SOMME.SI': 'SUMIF',
  SI: 'IF',
  ARRONDI: 'ROUND',
  ET: 'AND',
  OU: 'OR',
  NON: 'NOT',
  RECHERCHEV: 'VLOOKUP',
  RECHERCHEX: 'XLOOKUP',
};

const functions: Readonly<Record<string, Calculate>> = {
  SUM: (given) => overNumbers(given, (numbers) => numbers.reduce((sum, each) => sum + each, 0)),
  AVERAGE: (given) =>
    overNumbers(given, (numbers) =>
      numbers.length === 0
        ? { fault: '#DIV/0!' }
        : numbers.reduce((sum, each) => sum + each, 0) / numbers.length,
    ),
  MIN: (given) => overNumbers(given, (numbers) => (numbers.length === 0 ? 0 : Math.min(...numbers))),
  MAX: (given) => overNumbers(given, (numbers) => (numbers.length === 0 ? 0 : Math.max(...numbers))),
  COUNT: (given) => all(given).filter((value) => typeof value === 'number').length,
  COUNTA: (given) => all(given).filter((value) => value !== undefined && value !== '').length,
  COUNTIF: ([where, what]) => (where ?? []).flat().filter(matching(first(what))).length,
  SUMIF: ([where = [], what, summed]) => {
    const isWanted = matching(first(what));
    const amounts = (summed ?? where).flat();
    const wanted = where.flat().flatMap((value, index) => (isWanted(value) ? [amounts[index]] : []));
    return overNumbers([[wanted]], (numbers) => numbers.reduce((sum, each) => sum + each, 0));
  },
  IF: ([test, then, otherwise]) => {
    const asked = first(test);
    if (isFault(asked)) return asked;
    return isTrue(asked) ? first(then) : otherwise === undefined ? false : first(otherwise);
  },
  AND: (given) => all(given).every(isTrue),
  OR: (given) => all(given).some(isTrue),
  NOT: ([value]) => !isTrue(first(value)),
  ROUND: ([value, digits]) => {
    const number = numberIn(first(value));
    const places = numberIn(first(digits));
    if (isFault(number)) return number;
    if (isFault(places)) return places;
    const scale = 10 ** Math.trunc(places);
    return Math.round(Number((number * scale).toPrecision(14))) / scale;
  },
  VLOOKUP: ([what, where = [], column]) => {
    const place = numberIn(first(column));
    if (isFault(place)) return place;
    const row = where.find((each) => compared(each[0], first(what)) === 0);
    if (row === undefined) return { fault: '#N/A' };
    return place >= 1 && place <= row.length ? row[Math.trunc(place) - 1] : { fault: '#REF!' };
  },
  XLOOKUP: ([what, where = [], found = []]) => {
    const index = where.flat().findIndex((each) => compared(each, first(what)) === 0);
    return index < 0 ? { fault: '#N/A' } : found.flat()[index];
  },
};

/** What a function comes to; a fault when there is none of that name. */
export function called(name: string, given: Given): Value {
  const own = names[name] ?? name;
  const calculate = Object.hasOwn(functions, own) ? functions[own] : undefined;
  return calculate === undefined ? { fault: '#NAME?' } : calculate(given);
}

/** Over the numbers among some values; texts and empty cells are passed over, a fault spreads. */
function overNumbers(given: Given, calculate: (numbers: readonly number[]) => Value): Value {
  const values = all(given);
  const fault = values.find(isFault);
  if (fault !== undefined) return fault;
  return calculate(values.filter((value) => typeof value === 'number'));
}

/** A test on a value, out of a criterion: 12, "vélo", ">=10", "<>vélo". */
function matching(criterion: Value): (value: Value) => boolean {
  const [, sign = '=', rest = ''] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(textIn(criterion)) ?? [];
  const bound = typedNumber(rest);
  return (value) => {
    if (isFault(value) || (bound !== undefined && typeof value !== 'number')) return sign === '<>';
    const order =
      bound === undefined
        ? normalised(textIn(value)) === normalised(rest)
          ? 0
          : compared(textIn(value), rest) || 1
        : Number(value) - bound;
    if (sign === '=') return order === 0;
    if (sign === '<>') return order !== 0;
    if (sign === '<') return order < 0;
    if (sign === '>') return order > 0;
    return sign === '<=' ? order <= 0 : order >= 0;
  };
}

function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

function first(block: Block | undefined): Value {
  return block?.[0]?.[0];
}

function all(given: Given): readonly (number | string | boolean | CellFault | undefined)[] {
  return given.flatMap((block) => block.flat());
}
