import type { Digest, RandomBytes, Sign, Verify } from '../ports.ts';

// Web Crypto is the same on the page, in a worker and in Node, so one implementation of the ports serves both sides.

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ecdsaSha256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
/** SHA-256 by Web Crypto. */
export const digest: Digest = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', owned(bytes)));

/** ECDSA P-256 by Web Crypto; a key or signature that is not one verifies as false. */
export const verify: Verify = async (publicKey, message, signature) => {
  try {
    const key = await crypto.subtle.importKey('raw', owned(publicKey), ecdsa, false, ['verify']);
    return await crypto.subtle.verify(ecdsaSha256, key, owned(signature), owned(message));
  } catch {
    return false;
  }
};

/** Unpredictable bytes by Web Crypto. */
export const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));

/** A key pair for signing; `extractable` is for servers that keep keys in files, never for devices. */
export async function generateSigningKey(extractable: boolean): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ecdsa, extractable, ['sign', 'verify']);
}

/** Signs with a private key held by Web Crypto. */
export function signerOf(privateKey: CryptoKey): Sign {
  return async (message) => new Uint8Array(await crypto.subtle.sign(ecdsaSha256, privateKey, owned(message)));
}

/** A signer from a private key kept as a JWK; the key is not extractable once read. */
export async function signerOfJwk(jwk: JsonWebKey): Promise<Sign> {
  return signerOf(await crypto.subtle.importKey('jwk', jwk, ecdsa, false, ['sign']));
}

/** The raw public key (65 bytes) of a pair for signing. */
export async function rawPublicKey(publicKey: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
}

/** A new pair of keys as it is kept in a file or a database: raw public key, private JWK. */
export interface StoredKeyPair {
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly privateJwk: JsonWebKey;
}

/** Makes a pair for signing that can be stored. */
export async function generateStoredSigningKey(): Promise<StoredKeyPair> {
  return stored(await generateSigningKey(true));
}

/** What of a new pair is kept: the raw public key, and the private one as a JWK. */
export async function stored(pair: CryptoKeyPair): Promise<StoredKeyPair> {
  return {
    publicKey: await rawPublicKey(pair.publicKey),
    privateJwk: await crypto.subtle.exportKey('jwk', pair.privateKey),
  };
}

/** Bytes that own their buffer, as Web Crypto wants them; a view of a larger one is copied. */
export function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);
}
