import { gunzipSync } from 'fflate';
import { textOf } from '#lib/base/bytes.ts';
import type { Json } from '#lib/base/canonical-json.ts';
import type { Digest } from '#lib/base/ports.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { ChunkEntry } from './manifest.ts';
import { verifyChunk, type ChunkRefusal } from './verify.ts';

/** The content of a chunk whose bytes are those that the manifest names, or why they are not. */
export async function openChunk(
  bytes: Uint8Array,
  entry: ChunkEntry,
  digest: Digest,
): Promise<Result<Json, ChunkRefusal | 'notAChunk'>> {
  const verified = await verifyChunk(bytes, entry, digest);
  return verified.ok ? readChunk(bytes, entry) : verified;
}

/** The content of a chunk whose bytes were verified; refuses what is not compressed JSON of the length that the manifest names. */
export function readChunk(bytes: Uint8Array, entry: ChunkEntry): Result<Json, 'notAChunk'> {
  try {
    const raw = gunzipSync(bytes);
    if (raw.length !== entry.rawBytes)
      return refusal('notAChunk', `${raw.length} bytes, not ${entry.rawBytes}`);
    return success(JSON.parse(textOf(raw)) as Json);
  } catch (error) {
    return refusal('notAChunk', error instanceof Error ? error.message : 'unreadable');
  }
}
