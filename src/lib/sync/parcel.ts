import * as v from 'valibot';
import { assert } from '#lib/base/assert.ts';
import { base64url, bytesOfBase64url, bytesOfHex, concatenated, hex, textOf, utf8 } from '#lib/base/bytes.ts';
import { canonicalJson, type Json } from '#lib/base/canonical-json.ts';
import { inflated } from '#lib/base/compression.ts';
import type { Deflate, Digest, Open, Seal, Sealed, Sign, Verify } from '#lib/base/ports.ts';
import type { Writer } from './chain.ts';
import { packedEvents, packedEventsSchema, unpackedEvents } from './event-columns.ts';
import type { OutgoingEvent } from './outgoing-event.ts';

// Layout of version 1, in bytes: mark "JP" 2, version 1, organisation 8, device 12, sealing key 4, encapsulated key 65,
// ciphertext, signature 64. The first 27 are the header: bound to the ciphertext, and signed with all the rest.
const mark = [0x4a, 0x50];
const headerLength = 27;
const encapsulatedLength = 65;
const signatureLength = 64;
const shortest = headerLength + encapsulatedLength + 16 + signatureLength;

/** The longest parcel that is read, in bytes. */
export const largestParcel = 65_536;
/** The most events in one parcel. */
export const mostEvents = 500;
const largestContent = 1_000_000;

/** What a parcel carries: a run of one writer's events, chained to what came before. */
export interface ParcelContent {
  readonly epoch: number;
  /** The sequence of the first event. */
  readonly from: number;
  /** The hash before the first event (32 bytes). */
  readonly previous: Uint8Array;
  readonly events: readonly OutgoingEvent[];
}

/** What anybody may read on the outside of a parcel. */
export interface Envelope {
  readonly organisation: string;
  readonly device: string;
  /** The first four bytes, in hexadecimal, of the digest of the key it is sealed to. */
  readonly keyId: string;
  readonly header: Uint8Array;
  readonly sealed: Sealed;
  readonly signedPart: Uint8Array;
  readonly signature: Uint8Array;
}

/** Makes the bytes that travel by every road: columns, compressed, sealed to the organisation, signed by the device. */
export async function makeParcel(
  writer: Writer,
  content: Omit<ParcelContent, 'epoch'>,
  sealingKey: Uint8Array,
  ports: { readonly digest: Digest; readonly deflate: Deflate; readonly seal: Seal; readonly sign: Sign },
): Promise<Uint8Array<ArrayBuffer>> {
  assert(content.events.length > 0 && content.events.length <= mostEvents, 'a parcel holds 1 to 500 events');
  const inside: Json = [
    writer.epoch,
    content.from,
    base64url(content.previous),
    packedEvents(content.events),
  ];
  const header = concatenated(
    Uint8Array.from([...mark, 1]),
    idBytes(writer.organisation),
    idBytes(writer.device),
    (await ports.digest(sealingKey)).slice(0, 4),
  );
  const sealed = await ports.seal(sealingKey, await ports.deflate(utf8(canonicalJson(inside))), header);
  const signedPart = concatenated(header, sealed.encapsulated, sealed.ciphertext);
  return concatenated(signedPart, await ports.sign(signable(signedPart)));
}

/** The outside of a parcel; undefined when the bytes are none of a version that is known. */
export function readEnvelope(bytes: Uint8Array): Envelope | undefined {
  if (bytes.length < shortest || bytes.length > largestParcel) return undefined;
  if (bytes[0] !== mark[0] || bytes[1] !== mark[1] || bytes[2] !== 1) return undefined;
  const end = bytes.length - signatureLength;
  const bodyAt = headerLength + encapsulatedLength;
  return {
    organisation: hex(bytes.subarray(3, 11)),
    device: hex(bytes.subarray(11, 23)),
    keyId: hex(bytes.subarray(23, headerLength)),
    header: bytes.slice(0, headerLength),
    sealed: { encapsulated: bytes.slice(headerLength, bodyAt), ciphertext: bytes.slice(bodyAt, end) },
    signedPart: bytes.slice(0, end),
    signature: bytes.slice(end),
  };
}

const insideSchema = v.strictTuple([
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e6)),
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9)),
  v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  packedEventsSchema,
]);

/** What is inside a parcel; undefined when it does not open or is not what a parcel holds. */
export async function openParcel(envelope: Envelope, open: Open): Promise<ParcelContent | undefined> {
  const packed = await open(envelope.sealed, envelope.header);
  const plain = packed && inflated(packed, largestContent);
  if (plain === undefined) return undefined;
  const inside = v.safeParse(insideSchema, parsed(textOf(plain)));
  if (!inside.success) return undefined;
  const [epoch, from, previousText, packedInside] = inside.output;
  const previous = bytesOfBase64url(previousText);
  const events = unpackedEvents(packedInside, mostEvents);
  if (previous === undefined || events === undefined) return undefined;
  return { epoch, from, previous, events };
}

/** Whether the owner of a public key signed the parcel. */
export function isSignedBy(envelope: Envelope, publicKey: Uint8Array, verify: Verify): Promise<boolean> {
  return verify(publicKey, signable(envelope.signedPart), envelope.signature);
}

function signable(signedPart: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatenated(utf8('jalon-parcel-1\n'), signedPart);
}

function idBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = bytesOfHex(text);
  assert(bytes !== undefined, 'an id is hexadecimal');
  return bytes;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
