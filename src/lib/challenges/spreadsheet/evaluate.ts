import { addressOf, addressesIn, type Place } from './address.ts';
import { called } from './functions.ts';
import { parseFormula, type Expression } from './parse.ts';
import { compared, isFault, numberIn, textIn, type Block, type Value } from './value.ts';

/** What stands in a cell: a number, a text, or a formula (a text that begins with =). */
export type Content = number | string;

/** The contents of a sheet by address. */
export type Cells = Readonly<Record<string, Content>>;

/** What each cell of a sheet comes to, calculated when it is asked for, once. */
export function valuesOf(cells: Cells): (address: string) => Value {
  const known = new Map<string, Value>();
  const open = new Set<string>();
  const valueOf = (address: string): Value => {
    const content = Object.hasOwn(cells, address) ? cells[address] : undefined;
    if (content === undefined || content === '') return undefined;
    if (typeof content === 'number' || !content.startsWith('=')) return content;
    if (known.has(address)) return known.get(address);
    if (open.has(address)) return { fault: '#CYCLE!' };
    open.add(address);
    const value = evaluated(content, valueOf);
    open.delete(address);
    known.set(address, value);
    return value;
  };
  return valueOf;
}

/** What a formula comes to, « = » included. */
export function evaluated(formula: string, valueOf: (address: string) => Value): Value {
  const parsed = parseFormula(formula.slice(1));
  return parsed === undefined ? { fault: '#SYNTAX!' } : single(parsed, valueOf);
}

function single(expression: Expression, valueOf: (address: string) => Value): Value {
  switch (expression.type) {
    case 'value':
      return expression.value;
    case 'cell':
      return valueOf(addressOf(expression.place));
    case 'range':
      return { fault: '#VALUE!' };
    case 'lost':
      return { fault: '#REF!' };
    case 'call':
      return called(
        expression.name,
        expression.given.map((each) => blockOf(each, valueOf)),
      );
    case 'negative':
    case 'percent': {
      const number = numberIn(single(expression.of, valueOf));
      if (isFault(number)) return number;
      return expression.type === 'negative' ? -number : number / 100;
    }
    case 'operation':
      return operated(expression.sign, single(expression.left, valueOf), single(expression.right, valueOf));
  }
}

function blockOf(expression: Expression, valueOf: (address: string) => Value): Block {
  if (expression.type !== 'range') return [[single(expression, valueOf)]];
  return rowsIn(expression.from, expression.to).map((row) => row.map(valueOf));
}

/** The addresses of a rectangle, a list for each row. */
function rowsIn(from: Place, to: Place): readonly (readonly string[])[] {
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  return Array.from({ length: bottom - top + 1 }, (_, index) =>
    addressesIn({ column: from.column, row: top + index }, { column: to.column, row: top + index }),
  );
}

function operated(sign: string, left: Value, right: Value): Value {
  if (isFault(left)) return left;
  if (isFault(right)) return right;
  if (sign === '&') return textIn(left) + textIn(right);
  if (['=', '<>', '<', '>', '<=', '>='].includes(sign)) {
    const order = compared(left, right);
    if (sign === '=') return order === 0;
    if (sign === '<>') return order !== 0;
    if (sign === '<') return order < 0;
    if (sign === '>') return order > 0;
    return sign === '<=' ? order <= 0 : order >= 0;
  }
  const [one, other] = [numberIn(left), numberIn(right)];
  if (isFault(one)) return one;
  if (isFault(other)) return other;
  if (sign === '/' && other === 0) return { fault: '#DIV/0!' };
  const result =
    sign === '+'
      ? one + other
      : sign === '-'
        ? one - other
        : sign === '*'
          ? one * other
          : sign === '/'
            ? one / other
            : one ** other;
  return Number.isFinite(result) ? Number(result.toPrecision(14)) : { fault: '#VALUE!' };
}
