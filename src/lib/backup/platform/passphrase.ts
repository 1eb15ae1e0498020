import { canonicalJson } from '#lib/base/canonical-json.ts';
import { base64url, utf8 } from '#lib/base/bytes.ts';
import { owned, randomBytes } from '#lib/base/platform/crypto.ts';
import { fewestIterations, type Lock, type LockParameters, type Unlock } from '../backup.ts';

/** The fewest characters of a passphrase. */
export const shortestPassphrase = 8;

/** Locks under a passphrase, with a salt of its own. */
export function lockWith(passphrase: string): Lock {
  return async (plain) => {
    const parameters = { iterations: fewestIterations, salt: randomBytes(16), iv: randomBytes(12) };
    const key = await keyOf(passphrase, parameters);
    const bytes = await crypto.subtle.encrypt(cipher(parameters), key, owned(plain));
    return { ...parameters, bytes: new Uint8Array(bytes) };
  };
}

/** Opens what was locked under the same passphrase. */
export function unlockWith(passphrase: string): Unlock {
  return async ({ bytes, ...parameters }) => {
    const key = await keyOf(passphrase, parameters);
    try {
      return new Uint8Array(await crypto.subtle.decrypt(cipher(parameters), key, owned(bytes)));
    } catch {
      return undefined;
    }
  };
}

/** A passphrase as it counts: whatever keyboard wrote it, and without what nobody sees at its ends. */
export function countedPassphrase(typed: string): string {
  return typed.normalize('NFKC').trim().replace(/\s+/g, ' ');
}

async function keyOf(passphrase: string, { iterations, salt }: LockParameters): Promise<CryptoKey> {
  const material = utf8(countedPassphrase(passphrase));
  const base = await crypto.subtle.importKey('raw', material, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', iterations, salt: owned(salt) },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

// How it was locked is part of what is locked: changed, it does not open.
function cipher({ iterations, salt, iv }: LockParameters): AesGcmParams {
  const how = canonicalJson({ backup: 2, iterations, salt: base64url(salt) });
  return { name: 'AES-GCM', iv: owned(iv), additionalData: utf8(how) };
}
