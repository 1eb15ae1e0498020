import { deflateSync, inflateSync } from 'fflate';

/** Raw DEFLATE (RFC 1951), the same bytes on every machine. */
export function deflated(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(deflateSync(bytes, { level: 9 }));
}

const usualBytes = 65_536;

/** What was deflated, or undefined when the bytes are broken or would swell beyond `limit` bytes. */
export function inflated(bytes: Uint8Array, limit: number): Uint8Array | undefined {
  if (bytes.length === 0) return undefined;
  try {
    // A buffer of fixed size bounds what hostile bytes may swell to: what does not fit is cut, and shows as full.
    const plain = inflateSync(bytes, { out: new Uint8Array(Math.min(limit, usualBytes) + 1) });
    if (plain.length <= Math.min(limit, usualBytes)) return plain;
    return limit > usualBytes ? wholly(bytes, limit) : undefined;
  } catch {
    return undefined;
  }
}

function wholly(bytes: Uint8Array, limit: number): Uint8Array | undefined {
  const plain = inflateSync(bytes, { out: new Uint8Array(limit + 1) });
  return plain.length > limit ? undefined : plain;
}
