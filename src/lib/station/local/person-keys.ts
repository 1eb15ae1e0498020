import { assert } from '#lib/base/assert.ts';
import { utf8 } from '#lib/base/bytes.ts';
import { randomBytes } from '#lib/base/platform/crypto.ts';
import { boxKeyOf, generateBoxKey, lockUnder, openUnder } from '#lib/base/platform/secret-box.ts';

/** How many rounds of PBKDF2-SHA-256 a secret that people remember goes through (OWASP, 2023). */
export const slowRounds = 600_000;

const innerContext = utf8('jalon station secret 1');
const outerContext = utf8('jalon station device 1');

/** What a person shows: nothing, something they remember, or the random bytes of a card. */
export type Secret =
  | { readonly kind: 'none' }
  | { readonly kind: 'remembered'; readonly text: string }
  | { readonly kind: 'card'; readonly bytes: Uint8Array };

/** Bytes under a secret, if any, and under a key of this device above it. */
export interface Wrapped {
  readonly deviceKey: CryptoKey;
  readonly wrapped: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
}

/** Locks bytes under a secret and under a new key that this browser never gives away: neither opens them alone. */
export async function wrap(plain: Uint8Array, secret: Secret, iterations = slowRounds): Promise<Wrapped> {
  const salt = randomBytes(16);
  const deviceKey = await generateBoxKey();
  const secretKey = await keyOf(secret, salt, iterations);
  const inner = secretKey === undefined ? plain : await lockUnder(secretKey, plain, innerContext);
  return { deviceKey, wrapped: await lockUnder(deviceKey, inner, outerContext), salt, iterations };
}

/** What was locked; undefined when it is not the same secret. */
export async function unwrap(
  { deviceKey, wrapped, salt, iterations }: Wrapped,
  secret: Secret,
): Promise<Uint8Array | undefined> {
  const inner = await openUnder(deviceKey, wrapped, outerContext);
  assert(inner !== undefined, 'what this device locked opens with its key');
  const secretKey = await keyOf(secret, salt, iterations);
  return secretKey === undefined ? inner : openUnder(secretKey, inner, innerContext);
}

async function keyOf(secret: Secret, salt: Uint8Array, iterations: number): Promise<CryptoKey | undefined> {
  if (secret.kind === 'none') return undefined;
  const isSlow = secret.kind === 'remembered';
  const material = isSlow ? utf8(secret.text.normalize('NFC')) : new Uint8Array(secret.bytes);
  const base = await crypto.subtle.importKey('raw', material, isSlow ? 'PBKDF2' : 'HKDF', false, [
    'deriveBits',
  ]);
  const parameters = isSlow
    ? { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations }
    : { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(salt), info: innerContext };
  return boxKeyOf(new Uint8Array(await crypto.subtle.deriveBits(parameters, base, 256)));
}
