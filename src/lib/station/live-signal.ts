import { base32, base32Letters, bytesOfBase32 } from '#lib/base/base32.ts';
import { bytesOfHex, concatenated, hex, sameBytes, textOf, utf8 } from '#lib/base/bytes.ts';
import type { Digest } from '#lib/base/ports.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { nearAddressBytes, nearAddressOf } from './live-address.ts';

const beginning = 'JALON-DIRECT-';
const version = '1';
const checkLength = 3;
const fingerprintLength = 32;
const mostPlaces = 4;
const mostLetters = 400;
/** How many random bytes tell an answer to this code from one to another. */
export const talkBytes = 3;

// By their place: an order that is never changed, since codes hold the number.
const sides = ['offer', 'answer'] as const;
export type Side = (typeof sides)[number];

/** Where a device waits for the other one: a name or an address of the local network, and a port. */
export interface Place {
  readonly address: string;
  readonly port: number;
}

/** What one of two devices tells the other so that they find and recognise each other; nothing of a person. */
export interface LiveSignal {
  readonly side: Side;
  /** Drawn with the offer, repeated in its answer; six hexadecimal digits. */
  readonly talk: string;
  /** SHA-256 of the certificate that the device made for this link alone; hexadecimal. */
  readonly fingerprint: string;
  readonly user: string;
  readonly password: string;
  readonly places: readonly Place[];
}

export type SignalRefusal = 'somethingElse' | 'newer' | 'damaged' | 'farAway' | 'otherSide' | 'otherTalk';

/** What is expected of a code: the side, and for an answer to which offer. */
export interface Expected {
  readonly side: Side;
  readonly talk?: string;
}

/** The text of a code: capitals and digits; more than four places are left out. */
export async function printSignal(signal: LiveSignal, digest: Digest): Promise<string> {
  const body = packed(signal);
  return `${beginning}${version}-${base32(concatenated(body, await checkOf(body, digest)))}`;
}

/** What a code tells; refused when it is something else, newer, damaged, leads out of the local network, or is not the code that is waited for. */
export async function readSignal(
  text: string,
  expected: Expected,
  digest: Digest,
): Promise<Result<LiveSignal, SignalRefusal>> {
  if (text.length > mostLetters * 2) return refusal('somethingElse');
  const written = text.toUpperCase().replaceAll(/\s/g, '');
  if (!written.startsWith(beginning)) return refusal('somethingElse');
  const rest = written.slice(beginning.length);
  if (!rest.startsWith(`${version}-`)) return refusal(/^\d+-/.test(rest) ? 'newer' : 'damaged');
  const letters = base32Letters(rest.slice(version.length + 1));
  const bytes = letters.length > mostLetters ? undefined : bytesOfBase32(letters);
  if (bytes === undefined || bytes.length <= checkLength) return refusal('damaged');
  const body = bytes.subarray(0, -checkLength);
  const isWhole =
    base32(bytes) === letters && sameBytes(await checkOf(body, digest), bytes.subarray(-checkLength));
  const signal = isWhole ? unpacked(body) : refusal('damaged');
  if (!signal.ok) return signal;
  if (signal.value.side !== expected.side) return refusal('otherSide');
  return expected.talk === undefined || signal.value.talk === expected.talk ? signal : refusal('otherTalk');
}

function packed({ side, talk, fingerprint, user, password, places }: LiveSignal): Uint8Array {
  const near = places.flatMap(({ address, port }) => {
    const bytes = nearAddressBytes(address);
    return bytes === undefined ? [] : [Uint8Array.of(bytes.length, ...bytes, port >> 8, port & 0xff)];
  });
  return concatenated(
    Uint8Array.of(sides.indexOf(side)),
    bytesOfHex(talk) ?? new Uint8Array(),
    bytesOfHex(fingerprint) ?? new Uint8Array(),
    Uint8Array.of(user.length),
    utf8(user),
    Uint8Array.of(password.length),
    utf8(password),
    ...near.slice(0, mostPlaces),
  );
}

function unpacked(body: Uint8Array): Result<LiveSignal, 'damaged' | 'farAway'> {
  let at = 0;
  const next = (length: number): Uint8Array => body.subarray(at, (at += length));
  const side = sides[next(1)[0] ?? sides.length];
  const talk = hex(next(talkBytes));
  const fingerprint = hex(next(fingerprintLength));
  const user = textOf(next(next(1)[0] ?? 0));
  const password = textOf(next(next(1)[0] ?? 0));
  // They are written into a description that the browser reads: nothing but letters of their own alphabet (RFC 8839).
  if (side === undefined || !/^[A-Za-z\d+/]{4,16}$/.test(user) || !/^[A-Za-z\d+/]{22,48}$/.test(password))
    return refusal('damaged');
  const places: Place[] = [];
  while (at < body.length) {
    const bytes = next(next(1)[0] ?? 0);
    const [high = 0, low = 0] = next(2);
    const port = (high << 8) | low;
    if (at > body.length || port === 0 || ![4, 16].includes(bytes.length)) return refusal('damaged');
    const address = nearAddressOf(bytes);
    if (address === undefined) return refusal('farAway');
    places.push({ address, port });
  }
  if (places.length === 0 || places.length > mostPlaces) return refusal('damaged');
  return success({ side, talk, fingerprint, user, password, places });
}

// Against a picture read wrong: what the devices trust is the fingerprint, held up in front of the other one's camera.
async function checkOf(body: Uint8Array, digest: Digest): Promise<Uint8Array> {
  return (await digest(concatenated(utf8('jalon-live-1\n'), body))).slice(0, checkLength);
}
