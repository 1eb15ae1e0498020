import { decimalOf } from './decimal.ts';

/** How free text is evened out before it is compared; each step can be switched off. */
export interface Tolerance {
  readonly case?: boolean;
  readonly accents?: boolean;
  readonly spaces?: boolean;
  readonly punctuation?: boolean;
  readonly typos?: boolean;
}

/** Letters that a keyboard may lack and that are no letter with an accent. */
const joined: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE' };

/** Evens out case, accents, punctuation and spaces, except the steps set to false; always in form NFC. */
export function normalised(text: string, tolerance: Tolerance = {}): string {
  let result = text.normalize('NFC');
  // There and back, because some letters have one form above and two below (ß and ss, σ and ς).
  if (tolerance.case !== false) result = result.toLowerCase().toUpperCase().toLowerCase();
  if (tolerance.accents !== false)
    result = result
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/[œŒæÆ]/gu, (letter) => joined[letter] as string);
  if (tolerance.punctuation !== false) result = result.replace(/[^\p{L}\p{N}\p{M}\s]+/gu, ' ');
  if (tolerance.spaces !== false) result = result.replace(/\s+/gu, ' ').trim();
  return result.normalize('NFC');
}

/**
 * Whether a typed text means an expected one: the same number, or equal once evened out, or within one edit in four
 * characters. An edit touches no digit: another number is never a slip.
 */
export function meansTheSame(typed: string, expected: string, tolerance: Tolerance = {}): boolean {
  const left = normalised(typed, tolerance);
  const right = normalised(expected, tolerance);
  // Of signs alone (« @ », « # ») nothing would be left to compare.
  if ((left === '' || right === '') && tolerance.punctuation !== false)
    return meansTheSame(typed, expected, { ...tolerance, punctuation: false, typos: false });
  if (left === right) return true;
  if (tolerance.punctuation !== false) {
    const number = decimalOf(typed);
    if (number !== undefined && number === decimalOf(expected)) return true;
  }
  if (tolerance.typos === false || digitsOf(left) !== digitsOf(right)) return false;
  const from = [...left];
  const to = [...right];
  return isWithin(Math.floor(Math.min(from.length, to.length) / 4), from, to);
}

function digitsOf(text: string): string {
  return text.replace(/\P{N}+/gu, '');
}

/**
 * Whether some insertions, removals and changes of one character, `most` of them or fewer, lead from one text to the
 * other (Levenshtein, 1965). Only the band that so few can reach is looked at (Ukkonen, 1985), and no further than
 * there is hope.
 */
function isWithin(most: number, from: readonly string[], to: readonly string[]): boolean {
  if (Math.abs(from.length - to.length) > most) return false;
  let before = Int32Array.from({ length: to.length + 1 }, (_, column) => Math.min(column, most + 1));
  let row = new Int32Array(to.length + 1).fill(most + 1);
  for (let line = 1; line <= from.length; line += 1) {
    const start = Math.max(1, line - most);
    const end = Math.min(to.length, line + most);
    row[start - 1] = start === 1 ? line : most + 1;
    let least = row[start - 1] as number;
    for (let column = start; column <= end; column += 1) {
      const change = (before[column - 1] as number) + (from[line - 1] === to[column - 1] ? 0 : 1);
      const fewest = Math.min(change, (before[column] as number) + 1, (row[column - 1] as number) + 1);
      row[column] = fewest;
      if (fewest < least) least = fewest;
    }
    if (least > most) return false;
    [before, row] = [row, before];
  }
  return (before[to.length] as number) <= most;
}
