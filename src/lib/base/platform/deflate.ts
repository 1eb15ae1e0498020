import { deflated } from '../compression.ts';
import type { Deflate } from '../ports.ts';

/** Raw DEFLATE by the platform, which packs a little smaller than our own code; by our own in browsers before 2023. */
export const deflate: Deflate = async (bytes) => {
  const stream = platformStream();
  if (stream === undefined) return deflated(bytes);
  const packed = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(packed).arrayBuffer());
};

function platformStream(): CompressionStream | undefined {
  try {
    return new CompressionStream('deflate-raw');
  } catch {
    return undefined;
  }
}
