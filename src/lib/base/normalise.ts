/** How free text is evened out before it is compared; each step can be switched off. */
export interface Tolerance {
  readonly case?: boolean;
  readonly accents?: boolean;
  readonly punctuation?: boolean;
  readonly typos?: boolean;
}

/** Evens out case, accents, punctuation and spaces, except the steps set to false; always NFC-safe and trimmed. */
export function normalised(text: string, tolerance: Tolerance = {}): string {
  let result = text.normalize('NFC').replace(/\s+/gu, ' ');
  if (tolerance.case !== false) result = result.toLowerCase();
  if (tolerance.accents !== false)
    result = result
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .normalize('NFC');
  if (tolerance.punctuation !== false)
    result = result.replace(/[^\p{L}\p{N}\p{M} ]+/gu, ' ').replace(/ +/g, ' ');
  return result.trim();
}

/** Whether a typed text means an expected one: equal once evened out, or within one edit in four characters. */
export function meansTheSame(typed: string, expected: string, tolerance: Tolerance = {}): boolean {
  const left = normalised(typed, tolerance);
  const right = normalised(expected, tolerance);
  if (left === right) return true;
  if (tolerance.typos === false || left === '') return false;
  return editDistance(left, right) * 4 <= Math.min(left.length, right.length);
}

/** The fewest insertions, removals and changes of one character between two texts (Levenshtein, 1965). */
function editDistance(left: string, right: string): number {
  const from = [...left];
  const to = [...right];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const change = (row[column - 1] as number) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(change, (row[column] as number) + 1, (next[column - 1] as number) + 1));
    }
    row = next;
  }
  return row[to.length] as number;
}
