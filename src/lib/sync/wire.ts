import * as v from 'valibot';
import { concatenated, textOf, utf8 } from '#lib/base/bytes.ts';

/** The longest request that is read, in bytes. */
export const largestBody = 262_144;
/** Parcels in as many requests as the largest body asks for, in order; one that fits in none goes alone. */
export function loadsOf(parcels: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const loads: Uint8Array[][] = [];
  let room = 0;
  for (const bytes of parcels) {
    const size = bytes.length + frameHeadLength;
    if (size > room) {
      loads.push([]);
      room = largestBody;
    }
    loads.at(-1)?.push(bytes);
    room -= size;
  }
  return loads;
}

const frameHeadLength = 5;
/** What both sides say they speak. */
export const contentType = 'application/vnd.jalon.sync';

/** Why a server did not take a parcel. */
const refusalReasons = [
  'notAParcel',
  'unknownOrganisation',
  'unknownKey',
  'doesNotOpen',
  'notEnrolled',
  'wrongSignature',
  'brokenChain',
  'forked',
] as const;

/** One part of a request or an answer. */
export type Frame =
  | { readonly type: 'parcel'; readonly bytes: Uint8Array }
  | { readonly type: 'receipt'; readonly bytes: Uint8Array }
  /** Who an organisation is, where people carry: a pack alone holds it. */
  | { readonly type: 'certificate'; readonly bytes: Uint8Array }
  | { readonly type: 'refusal'; readonly refusal: ParcelRefusal };

const refusalSchema = v.object({
  reason: v.picklist(refusalReasons),
  organisation: v.optional(v.string()),
  device: v.optional(v.string()),
  /** For a fork: both sides agree on no sequence after this one. */
  upto: v.optional(v.number()),
  /** For a fork: the chain's hash after that sequence (hexadecimal), where it is known that both sides agree up to there. */
  head: v.optional(v.string()),
});
export type ParcelRefusal = v.InferOutput<typeof refusalSchema>;

const marks = { parcel: 0x50, receipt: 0x52, certificate: 0x4f, refusal: 0x58 } as const;

/** The bytes of several frames: for each a letter, a length of four bytes, and what it holds. */
export function packFrames(frames: readonly Frame[]): Uint8Array<ArrayBuffer> {
  return concatenated(
    ...frames.flatMap((frame) => {
      const bytes = frame.type === 'refusal' ? utf8(JSON.stringify(frame.refusal)) : frame.bytes;
      const head = new Uint8Array(5);
      head[0] = marks[frame.type];
      new DataView(head.buffer).setUint32(1, bytes.length);
      return [head, bytes];
    }),
  );
}

/** The frames in the bytes; undefined when they are not frames (a captive portal's page, a cut answer). */
export function readFrames(bytes: Uint8Array): readonly Frame[] | undefined {
  const frames: Frame[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length;) {
    if (at + 5 > bytes.length) return undefined;
    const length = view.getUint32(at + 1);
    const start = at + 5;
    if (start + length > bytes.length) return undefined;
    const frame = frameOf(bytes[at] as number, bytes.slice(start, start + length));
    if (frame === undefined) return undefined;
    frames.push(frame);
    at = start + length;
  }
  return frames;
}

function frameOf(mark: number, bytes: Uint8Array): Frame | undefined {
  if (mark === marks.parcel) return { type: 'parcel', bytes };
  if (mark === marks.receipt) return { type: 'receipt', bytes };
  if (mark === marks.certificate) return { type: 'certificate', bytes };
  if (mark !== marks.refusal) return undefined;
  try {
    const refusal = v.safeParse(refusalSchema, JSON.parse(textOf(bytes)));
    return refusal.success ? { type: 'refusal', refusal: refusal.output } : undefined;
  } catch {
    return undefined;
  }
}
