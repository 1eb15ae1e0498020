import {
  base64url,
  bytesOfBase64url,
  bytesSay,
  concatenated,
  sameBytes,
  textOf,
  utf8,
} from '#lib/base/bytes.ts';
import type { Digest } from '#lib/base/ports.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Signed } from '#lib/base/signed.ts';
import { certificateFrame, certificatesIn } from './certificate-frame.ts';
import { packFrames, readFrames, type Frame } from './wire.ts';

// Layout of version 1, in bytes: mark "JC" 2, version 1, length of the frames 4, digest 32, frames.
const mark = 'JC';
const headLength = 39;

/** The longest pack that is read, in bytes: some thousand results. */
export const largestPack = 2_000_000;
/** The longest file that may hold one: as a text it takes a third more. */
export const largestPackFile = 2_800_000;
/** What the file of a pack ends with, and its type. */
export const packEnding = '.jalon-colis';
export const packType = 'application/vnd.jalon.colis';
const textBeginning = 'JALON-COLIS-';

/** What people carry from a device to its organisation, and back: parcels, receipts, and who the organisations are. */
export interface ParcelPack {
  readonly parcels: readonly Uint8Array[];
  readonly receipts: readonly Uint8Array[];
  /** What the root of the installation says of the organisations: whoever carries then knows their names and the way. */
  readonly certificates: readonly Signed[];
}

/** Why bytes are no pack: something else, of a newer version, cut off, changed on the way, or too long. */
export type PackRefusal = 'notAPack' | 'newerPack' | 'cutPack' | 'damagedPack' | 'tooLarge';

/** The bytes of a pack, the same by a file and by pictures. */
export async function makePack(pack: ParcelPack, digest: Digest): Promise<Uint8Array<ArrayBuffer>> {
  const frames = packFrames([
    ...pack.certificates.map(certificateFrame),
    ...pack.receipts.map((bytes): Frame => ({ type: 'receipt', bytes })),
    ...pack.parcels.map((bytes): Frame => ({ type: 'parcel', bytes })),
  ]);
  const head = concatenated(utf8(mark), new Uint8Array(5));
  const view = new DataView(head.buffer);
  view.setUint8(2, 1);
  view.setUint32(3, frames.length);
  return concatenated(head, await checkOf(frames, digest), frames);
}

/** What a pack holds, whole or not at all; each refusal has its reason. */
export async function readPack(bytes: Uint8Array, digest: Digest): Promise<Result<ParcelPack, PackRefusal>> {
  if (!bytesSay(bytes, 0, mark.slice(0, Math.max(1, bytes.length)))) return refusal('notAPack');
  if ((bytes[2] ?? 1) > 1) return refusal('newerPack');
  if (bytes[2] === 0) return refusal('notAPack');
  if (bytes.length > largestPack) return refusal('tooLarge');
  if (bytes.length < headLength) return refusal('cutPack');
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(3);
  if (bytes.length < headLength + length) return refusal('cutPack');
  const content = bytes.subarray(headLength);
  if (content.length > length || !sameBytes(await checkOf(content, digest), bytes.subarray(7, headLength)))
    return refusal('damagedPack');
  const frames = readFrames(content);
  if (frames === undefined) return refusal('damagedPack');
  return success({
    parcels: frames.flatMap((frame) => (frame.type === 'parcel' ? [frame.bytes] : [])),
    receipts: frames.flatMap((frame) => (frame.type === 'receipt' ? [frame.bytes] : [])),
    certificates: certificatesIn(frames),
  });
}

/** A pack as a text, for roads that let only texts through. */
export function packText(bytes: Uint8Array): string {
  return textBeginning + base64url(bytes);
}

/** The bytes of a pack in a file, which may be that text. */
export function packIn(file: Uint8Array): Uint8Array {
  if (!bytesSay(file, 0, textBeginning)) return file;
  return bytesOfBase64url(textOf(file).slice(textBeginning.length).replaceAll(/\s/g, '')) ?? file;
}

/** As many of the parcels, the first ones first, as one pack has room for. */
export function parcelsThatFit(parcels: readonly Uint8Array[]): readonly Uint8Array[] {
  let room = largestPack - spareForTheRest;
  return parcels.filter((bytes) => (room -= bytes.length + 5) >= 0);
}

const spareForTheRest = 100_000;
function checkOf(frames: Uint8Array, digest: Digest): Promise<Uint8Array> {
  return digest(concatenated(utf8('jalon-pack-1\n'), frames));
}
