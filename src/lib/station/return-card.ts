import { hex } from '#lib/base/bytes.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Digest } from '#lib/base/ports.ts';

/** How many random bytes a card holds. */
export const cardBytes = 16;

const beginning = 'JALON-CARTE-';
const version = '1';
// Crockford's digits: neither I, L, O nor U, which are taken for others.
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const textDigits = 26;
const checkDigits = 2;

export type CardRefusal = 'notACard' | 'newerCard' | 'mistypedCard';

/** What the code of a card holds: letters that a small QR code takes, ending with two that tell a slip from a card. */
export async function printCard(secret: Uint8Array, digest: Digest): Promise<string> {
  return `${beginning}${version}-${spelled(secret)}${await checkOf(secret, digest)}`;
}

/** The letters of a card that somebody can type, in groups of four. */
export function cardLetters(card: string): string {
  const letters = card.slice(beginning.length + 2);
  return letters.replaceAll(/.{4}(?=.)/g, (group) => `${group} `);
}

/** The secret in what a code holds or somebody typed; refused when it is something else, of a newer version, or mistyped. */
export async function readCard(text: string, digest: Digest): Promise<Result<Uint8Array, CardRefusal>> {
  const written = text.toUpperCase().replaceAll(/\s/g, '');
  const isScanned = written.startsWith(beginning);
  if (isScanned && !written.startsWith(`${beginning}${version}-`)) return refusal('newerCard');
  const letters = (isScanned ? written.slice(beginning.length + 2) : written)
    .replaceAll('-', '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (letters.length !== textDigits + checkDigits) return refusal(isScanned ? 'mistypedCard' : 'notACard');
  const secret = bytesOf(letters.slice(0, textDigits));
  if (secret === undefined) return refusal('mistypedCard');
  if ((await checkOf(secret, digest)) !== letters.slice(textDigits)) return refusal('mistypedCard');
  return success(secret);
}

/** What a device keeps to find whose card it is: says nothing of the secret. */
export async function cardIdOf(secret: Uint8Array, digest: Digest): Promise<string> {
  return hex(await digest(new Uint8Array([0x69, 0x64, ...secret]))).slice(0, 32);
}

function spelled(bytes: Uint8Array): string {
  let [held, bits, text] = [0, 0, ''];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += digits.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + digits.charAt((held << (5 - bits)) & 31) : text;
}

function bytesOf(letters: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of letters) {
    const digit = digits.indexOf(letter);
    if (digit < 0) return undefined;
    held = (held << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? new Uint8Array(bytes) : undefined;
}

async function checkOf(secret: Uint8Array, digest: Digest): Promise<string> {
  const [first = 0, second = 0] = await digest(new Uint8Array([0x63, 0x6b, ...secret]));
  return digits.charAt(first & 31) + digits.charAt(second & 31);
}
