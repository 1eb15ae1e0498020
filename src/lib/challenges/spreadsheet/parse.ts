import { placeOf, type Place } from './address.ts';

/** A formula, read. */
export type Expression =
  | { readonly type: 'value'; readonly value: number | string | boolean }
  | { readonly type: 'cell'; readonly place: Place }
  | { readonly type: 'range'; readonly from: Place; readonly to: Place }
  | { readonly type: 'call'; readonly name: string; readonly given: readonly Expression[] }
  | { readonly type: 'negative' | 'percent'; readonly of: Expression }
  | {
      readonly type: 'operation';
      readonly sign: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly type: 'lost' };

/** How tightly operations bind, the loosest first. */
const levels: readonly (readonly string[])[] = [
  ['=', '<>', '<=', '>=', '<', '>'],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

const pattern =
  /\s*(?:("(?:[^"]|"")*")|(#REF!)|(\$?[a-z]\$?\d{1,3})(?![\w.(])|([a-zà-ÿ][a-zà-ÿ.]*\d?)|(\d+(?:[.,]\d+)?|[.,]\d+)|(<>|<=|>=|[-+*/^&=<>();:,%]))/iuy;

/**
 * Reads what stands after the « = » of a formula; undefined when it is no formula. Both ways of writing are read: `;` between
 * what a function is given and a decimal comma, or `,` between and a decimal point (a formula without `;`, inside brackets).
 */
export function parseFormula(source: string): Expression | undefined {
  const tokens = tokensOf(source.replace(/[×]/g, '*').replace(/[÷]/g, '/').replace(/[−–]/g, '-'));
  if (tokens === undefined) return undefined;
  let at = 0;
  let depth = 0;

  const peek = (): string => tokens[at] ?? '';
  const take = (wanted: string): boolean => {
    if (peek() !== wanted) return false;
    at += 1;
    return true;
  };

  const read = (level: number): Expression | undefined => {
    const signs = levels[level];
    if (signs === undefined) return unary();
    let left = read(level + 1);
    while (left !== undefined && signs.includes(peek())) {
      const sign = peek();
      at += 1;
      const right = read(level + 1);
      left = right && { type: 'operation', sign, left, right };
    }
    return left;
  };

  const unary = (): Expression | undefined => {
    if (take('+')) return unary();
    if (take('-')) {
      const of = unary();
      return of && { type: 'negative', of };
    }
    const found = primary();
    return found !== undefined && take('%') ? { type: 'percent', of: found } : found;
  };

  const primary = (): Expression | undefined => {
    const token = peek();
    at += 1;
    depth += 1;
    try {
      if (depth > 50) return undefined;
      if (token === '(') {
        const inside = read(0);
        return inside !== undefined && take(')') ? inside : undefined;
      }
      if (token === '#REF!') return { type: 'lost' };
      if (token.startsWith('"')) return { type: 'value', value: token.slice(1, -1).replaceAll('""', '"') };
      if (/^[\d.,]/.test(token)) return { type: 'value', value: Number(token.replace(',', '.')) };
      const from = placeOf(token);
      if (from !== undefined) {
        if (!take(':')) return { type: 'cell', place: from };
        const to = placeOf(peek());
        at += 1;
        return to && { type: 'range', from, to };
      }
      return /^[a-zà-ÿ]/iu.test(token) ? named(token) : undefined;
    } finally {
      depth -= 1;
    }
  };

  const named = (name: string): Expression | undefined => {
    const upper = name.toUpperCase();
    if (upper === 'VRAI' || upper === 'TRUE') return { type: 'value', value: true };
    if (upper === 'FAUX' || upper === 'FALSE') return { type: 'value', value: false };
    if (!take('(')) return { type: 'call', name: upper, given: [] };
    const given: Expression[] = [];
    while (!take(')')) {
      if (given.length > 0 && !take(';') && !take(',')) return undefined;
      const each = read(0);
      if (each === undefined) return undefined;
      given.push(each);
    }
    return { type: 'call', name: upper, given };
  };

  const whole = read(0);
  return at === tokens.length ? whole : undefined;
}

/** The pieces of a formula; undefined when something in it is no piece of any. */
function tokensOf(source: string): readonly string[] | undefined {
  // Where `;` stands between, or outside of brackets, a comma is a decimal comma.
  const isFrench = source.includes(';') || !source.includes('(');
  const tokens: string[] = [];
  pattern.lastIndex = 0;
  const trimmed = source.trimEnd();
  while (pattern.lastIndex < trimmed.length) {
    const start = pattern.lastIndex;
    const match = pattern.exec(trimmed);
    if (match === null || match.index !== start) return undefined;
    const token = match[0].trim();
    const comma = token.indexOf(',');
    if (match[5] !== undefined && comma >= 0 && !isFrench) {
      // 1,2 between brackets is two numbers.
      tokens.push(...[token.slice(0, comma), ',', token.slice(comma + 1)].filter((each) => each !== ''));
    } else tokens.push(token);
  }
  return tokens;
}
