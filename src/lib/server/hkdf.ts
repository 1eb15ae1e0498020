import { createHmac, hkdfSync } from 'node:crypto';
import { HkdfSha256 } from '@hpke/core';

type Bytes = ArrayBufferLike | ArrayBufferView;

/** HKDF-SHA256 for HPKE by Node, at once, for the same reason as `digest`: opening a parcel derives five keys of a few bytes. */
export class NodeHkdf extends HkdfSha256 {
  /** The pseudorandom key (32 bytes) of RFC 5869, section 2.2. */
  override extract(salt: Bytes, ikm: Bytes): Promise<ArrayBuffer> {
    const made = createHmac('sha256', viewOf(salt)).update(viewOf(ikm)).digest();
    return Promise.resolve(new Uint8Array(made).buffer);
  }

  /** The key (`length` bytes) of RFC 5869, section 2: extracted, then expanded. */
  override extractAndExpand(salt: Bytes, ikm: Bytes, info: Bytes, length: number): Promise<ArrayBuffer> {
    return Promise.resolve(hkdfSync('sha256', viewOf(ikm), viewOf(salt), viewOf(info), length));
  }
}

function viewOf(bytes: Bytes): Uint8Array {
  return ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
}
