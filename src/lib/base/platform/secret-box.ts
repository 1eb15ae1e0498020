import { concatenated } from '../bytes.ts';
import { owned, randomBytes } from './crypto.ts';

// AES-GCM with a nonce in front: one form for all that stays on a device under a key.

const algorithm = 'AES-GCM';
const nonceBytes = 12;

/** A key for `lockUnder`, out of 32 bytes; it cannot be taken out again. */
export function boxKeyOf(bytes: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', owned(bytes), algorithm, false, ['encrypt', 'decrypt']);
}

/** A new key that cannot be taken out of where it was made. */
export function generateBoxKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Bytes under a key; they open with the same key and the same context only. */
export async function lockUnder(
  key: CryptoKey,
  plain: Uint8Array,
  context: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = randomBytes(nonceBytes);
  const parameters = { name: algorithm, iv, additionalData: owned(context) };
  const body = await crypto.subtle.encrypt(parameters, key, owned(plain));
  return concatenated(iv, new Uint8Array(body));
}

/** What was locked; undefined when key, context or bytes are not those of then. */
export async function openUnder(
  key: CryptoKey,
  locked: Uint8Array,
  context: Uint8Array,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parameters = {
    name: algorithm,
    iv: owned(locked.slice(0, nonceBytes)),
    additionalData: owned(context),
  };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, owned(locked.slice(nonceBytes))));
  } catch {
    return undefined;
  }
}
