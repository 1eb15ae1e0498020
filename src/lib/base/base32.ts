/** Crockford's digits: none looks like another, and capitals do not count. */
export const base32Digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The letters that somebody meant: capitals, without what keeps groups apart, O read as 0, I and L as 1. */
export function base32Letters(text: string): string {
  return text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** Letters in groups of four, for whoever copies them by hand. */
export function inFours(letters: string): string {
  return letters.replaceAll(/.{4}(?=.)/g, (four) => `${four} `);
}

/** Bytes as letters and digits that people copy by hand. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += base32Digits.charAt((held >> (bits - 5)) & 31);
  }
  return bits === 0 ? text : text + base32Digits.charAt((held << (5 - bits)) & 31);
}

/** The bytes of such a text, as `base32Letters` reads it; undefined when it is none. */
export function bytesOfBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const letters = base32Letters(text);
  const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of letters) {
    const digit = base32Digits.indexOf(letter);
    if (digit < 0) return undefined;
    held = ((held << 5) | digit) & 0xffff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}
