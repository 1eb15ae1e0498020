import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { Open, Seal } from '../ports.ts';
import { owned, stored, type StoredKeyPair } from './crypto.ts';

// Apart from the other cryptography: a page loads it only when something is to be sent.

const suite = suiteWith(new HkdfSha256());

function suiteWith(kdf: HkdfSha256): CipherSuite {
  return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf, aead: new Aes128Gcm() });
}

/** Makes a pair for sealing (HPKE, DHKEM P-256) that can be stored. */
export async function generateStoredSealingKey(): Promise<StoredKeyPair> {
  return stored(await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']));
}

/** Seals to a raw P-256 public key: HPKE base mode, HKDF-SHA256, AES-128-GCM; `context` is bound as info. */
export const seal: Seal = async (recipient, plain, context) => {
  const recipientPublicKey = await suite.kem.deserializePublicKey(owned(recipient).buffer);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: owned(context).buffer });
  const ciphertext = await sender.seal(owned(plain).buffer);
  return { encapsulated: new Uint8Array(sender.enc), ciphertext: new Uint8Array(ciphertext) };
};

/** Opens what was sealed to the key kept as a JWK; `kdf` derives the keys, by Web Crypto when it is not given. */
export async function openerOfJwk(jwk: JsonWebKey, kdf?: HkdfSha256): Promise<Open> {
  const opening = kdf === undefined ? suite : suiteWith(kdf);
  const ecdh = { name: 'ECDH', namedCurve: 'P-256' };
  const { kty, crv, x, y } = jwk as { kty: string; crv: string; x: string; y: string };
  // With its public half: else it is computed anew for each opening, which takes longer than the opening.
  const recipientKey = {
    privateKey: await crypto.subtle.importKey('jwk', jwk, ecdh, false, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ecdh, true, []),
  };
  return async (sealed, context) => {
    try {
      const recipient = await opening.createRecipientContext({
        recipientKey,
        enc: owned(sealed.encapsulated).buffer,
        info: owned(context).buffer,
      });
      return new Uint8Array(await recipient.open(owned(sealed.ciphertext).buffer));
    } catch {
      return undefined;
    }
  };
}
