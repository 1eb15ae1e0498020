import * as v from 'valibot';
import { textOf, utf8 } from '#lib/base/bytes.ts';
import { deflated, inflated } from '#lib/base/compression.ts';
import type { Signed } from '#lib/base/signed.ts';
import type { Frame } from './wire.ts';

const documentSchema = v.strictTuple([v.string(), v.string()]);
const largestDocument = 8_192;

/** The certificate of an organisation as it travels: the two texts, deflated. */
export function certificateFrame({ body, signature }: Signed): Frame {
  return { type: 'certificate', bytes: deflated(utf8(JSON.stringify([body, signature]))) };
}

/** The certificates among some frames; those that cannot be read are left out. */
export function certificatesIn(frames: readonly Frame[]): readonly Signed[] {
  return frames.flatMap((frame) =>
    frame.type === 'certificate' ? (unpackedDocument(frame.bytes) ?? []) : [],
  );
}

function unpackedDocument(bytes: Uint8Array): Signed | undefined {
  const text = inflated(bytes, largestDocument);
  if (text === undefined) return undefined;
  try {
    const [body, signature] = v.parse(documentSchema, JSON.parse(textOf(text)));
    return { body, signature };
  } catch {
    return undefined;
  }
}
