import { base64url, bytesOfBase64url, utf8 } from './bytes.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import type { Sign, Verify } from './ports.ts';

/** A document and its signature, both as text: the very bytes that were signed travel, so that nothing is re-printed. */
export interface Signed {
  readonly body: string;
  /** base64url of 64 bytes. */
  readonly signature: string;
}

/** Signs a document; `kind` names what it is, so that a signature for one purpose never serves another. */
export async function signDocument(kind: string, document: Json, sign: Sign): Promise<Signed> {
  const body = canonicalJson(document);
  return { body, signature: base64url(await sign(signedBytes(kind, body))) };
}

/** The document inside, when one of the keys (base64url, raw) signed it for this purpose; undefined otherwise. */
export async function openDocument(
  kind: string,
  signed: Signed,
  keys: readonly string[],
  verify: Verify,
): Promise<unknown> {
  const signature = bytesOfBase64url(signed.signature);
  if (signature === undefined) return undefined;
  for (const key of keys) {
    const publicKey = bytesOfBase64url(key);
    if (publicKey !== undefined && (await verify(publicKey, signedBytes(kind, signed.body), signature))) {
      return parsed(signed.body);
    }
  }
  return undefined;
}

function signedBytes(kind: string, body: string): Uint8Array<ArrayBuffer> {
  return utf8(`jalon-${kind}-1\n${body}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
