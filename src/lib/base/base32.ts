// Crockford's digits: none looks like another, and capitals do not count.
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes as letters and digits that people copy by hand. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += digits.charAt((held >> (bits - 5)) & 31);
  }
  return bits === 0 ? text : text + digits.charAt((held << (5 - bits)) & 31);
}

/** The bytes of such a text, whatever its capitals, with O read as 0, I and L as 1; undefined when it is none. */
export function bytesOfBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')) {
    const digit = digits.indexOf(letter);
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
