import { assert } from '#lib/base/assert.ts';
import { base64url, bytesOfBase64url, bytesOfHex, concatenated, utf8 } from '#lib/base/bytes.ts';
import type { Digest } from '#lib/base/ports.ts';

/** The proof that a device held the campaign's card, without saying the card's secret (base64url of 16 bytes). */
export async function joinProof(
  joinSecret: string,
  campaign: string,
  device: string,
  publicKey: string,
  digest: Digest,
): Promise<string> {
  const secret = bytesOfBase64url(joinSecret);
  const deviceBytes = bytesOfHex(device);
  assert(secret?.length === 16 && deviceBytes !== undefined, 'a card has a secret of 16 bytes');
  const hash = await digest(
    concatenated(utf8('jalon-join-1\n'), secret, deviceBytes, utf8(`${campaign}\n${publicKey}`)),
  );
  return base64url(hash.slice(0, 16));
}
