import type { RandomBytes } from '#lib/base/ports.ts';

// No vowel, so that no word appears; no letter or digit that is taken for another.
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const DIGITS = '23456789';

/** A new code of six letters and three digits: some 33 thousand million of them. */
export function newCode(randomBytes: RandomBytes): string {
  let code = '';
  while (code.length < 9) code += drawn(code.length < 6 ? LETTERS : DIGITS, randomBytes);
  return code;
}

/** A code as it is read aloud: BCD-FGH-234. */
export function groupedCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3, 6)}-${code.slice(6)}`;
}

// A byte beyond the last whole multiple is drawn again: every character is as likely as the next.
function drawn(alphabet: string, randomBytes: RandomBytes): string {
  const limit = 256 - (256 % alphabet.length);
  for (;;) {
    const byte = randomBytes(1)[0] as number;
    if (byte < limit) return alphabet.charAt(byte % alphabet.length);
  }
}
