import { base32, base32Digits, base32Letters, bytesOfBase32, inFours } from '#lib/base/base32.ts';
import { hex } from '#lib/base/bytes.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Digest } from '#lib/base/ports.ts';

/** How many random bytes a card holds. */
export const cardBytes = 16;

const beginning = 'JALON-CARTE-';
const version = '1';
const textDigits = 26;
const checkDigits = 2;

export type CardRefusal = 'notACard' | 'newerCard' | 'mistypedCard';

/** What the code of a card holds: letters that a small QR code takes, ending with two that tell a slip from a card. */
export async function printCard(secret: Uint8Array, digest: Digest): Promise<string> {
  return `${beginning}${version}-${base32(secret)}${await checkOf(secret, digest)}`;
}

/** The letters of a card that somebody can type, in groups of four. */
export function cardLetters(card: string): string {
  return inFours(card.slice(beginning.length + 2));
}

/** The secret in what a code holds or somebody typed; refused when it is something else, of a newer version, or mistyped. */
export async function readCard(text: string, digest: Digest): Promise<Result<Uint8Array, CardRefusal>> {
  const written = text.toUpperCase().replaceAll(/\s/g, '');
  const isScanned = written.startsWith(beginning);
  if (isScanned && !written.startsWith(`${beginning}${version}-`)) return refusal('newerCard');
  const letters = base32Letters(isScanned ? written.slice(beginning.length + 2) : written);
  if (letters.length !== textDigits + checkDigits) return refusal(isScanned ? 'mistypedCard' : 'notACard');
  const spelled = letters.slice(0, textDigits);
  const secret = bytesOfBase32(spelled);
  if (secret === undefined || base32(secret) !== spelled) return refusal('mistypedCard');
  if ((await checkOf(secret, digest)) !== letters.slice(textDigits)) return refusal('mistypedCard');
  return success(secret);
}

/** What a device keeps to find whose card it is: says nothing of the secret. */
export async function cardIdOf(secret: Uint8Array, digest: Digest): Promise<string> {
  return hex(await digest(new Uint8Array([0x69, 0x64, ...secret]))).slice(0, 32);
}

async function checkOf(secret: Uint8Array, digest: Digest): Promise<string> {
  const [first = 0, second = 0] = await digest(new Uint8Array([0x63, 0x6b, ...secret]));
  return base32Digits.charAt(first & 31) + base32Digits.charAt(second & 31);
}
