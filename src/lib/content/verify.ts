import { concatenated, hex, utf8 } from '#lib/base/bytes.ts';
import type { Digest, Verify } from '#lib/base/ports.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import { readManifest, type ChunkEntry, type Manifest } from './manifest.ts';

const prefix = utf8('jalon-manifest-1\n');

/** The bytes that a publisher signs: a name for the format, then the manifest; so no signature serves twice. */
export function signedBytes(manifest: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatenated(prefix, manifest);
}

export type ManifestRefusal = 'notAManifest' | 'unsigned' | 'wrongSignature' | 'unknownFormat' | 'older';

/** A manifest that may be installed, with the digest of its bytes in hexadecimal. */
export interface VerifiedManifest {
  readonly manifest: Manifest;
  readonly digest: string;
}

/**
 * A manifest that one of the publisher's keys signed and that is not older than `installed` (0 when there is none),
 * or why it may not be installed. The signature is checked before anything is read.
 */
export async function verifyManifest(
  bytes: Uint8Array,
  signature: Uint8Array | undefined,
  publisherKeys: readonly Uint8Array[],
  installed: number,
  ports: { readonly verify: Verify; readonly digest: Digest },
): Promise<Result<VerifiedManifest, ManifestRefusal>> {
  if (signature === undefined || signature.length === 0) return refusal('unsigned');
  const message = signedBytes(bytes);
  const checks = await Promise.all(publisherKeys.map((key) => ports.verify(key, message, signature)));
  if (!checks.includes(true)) return refusal('wrongSignature');
  const manifest = readManifest(bytes);
  if (typeof manifest === 'string') return refusal(manifest);
  if (manifest.revision < installed) return refusal('older', `${manifest.revision} after ${installed}`);
  return success({ manifest, digest: hex(await ports.digest(bytes)) });
}

export type ChunkRefusal = 'wrongLength' | 'wrongDigest';

/** Whether the bytes are those that the manifest names, to the last. */
export async function verifyChunk(
  bytes: Uint8Array,
  entry: ChunkEntry,
  digest: Digest,
): Promise<Result<'verified', ChunkRefusal>> {
  if (bytes.length !== entry.bytes)
    return refusal('wrongLength', `${bytes.length} bytes, not ${entry.bytes}`);
  if (hex(await digest(bytes)) !== entry.sha256) return refusal('wrongDigest', entry.sha256);
  return success('verified');
}

/** The chunks that a device needs for a language: all that have no words, and those with its words; where the bundle has none, those of its first language. */
export function chunksFor(manifest: Manifest, language: ContentLocale): readonly ChunkEntry[] {
  const spoken = manifest.languages.includes(language) ? language : manifest.languages[0];
  return manifest.chunks.filter((chunk) => chunk.language === null || chunk.language === spoken);
}
