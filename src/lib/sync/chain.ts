import { bytesOfHex, concatenated, utf8 } from '#lib/base/bytes.ts';
import { canonicalJson } from '#lib/base/canonical-json.ts';
import type { Digest } from '#lib/base/ports.ts';
import { assert } from '#lib/base/assert.ts';
import type { OutgoingEvent } from './outgoing-event.ts';

/** Whose events these are: one device in one organisation, in one of its epochs. */
export interface Writer {
  /** 16 hexadecimal digits. */
  readonly organisation: string;
  /** 24 hexadecimal digits, random for each organisation. */
  readonly device: string;
  /** 1, then one more at each fork. */
  readonly epoch: number;
}

/** The hash before a writer's first event (32 bytes): it binds the whole chain to its writer. */
export async function chainStart(writer: Writer, digest: Digest): Promise<Uint8Array<ArrayBuffer>> {
  const organisation = bytesOfHex(writer.organisation);
  const device = bytesOfHex(writer.device);
  assert(organisation?.length === 8 && device?.length === 12, 'a writer has an organisation and a device');
  return digest(concatenated(utf8('jalon-chain-1\n'), organisation, device, utf8(`${writer.epoch}`)));
}

/** The hashes after each of several events, in order, given the hash before the first (32 bytes each). */
export function chainOf(
  previous: Uint8Array,
  events: readonly OutgoingEvent[],
  digest: Digest,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  return chainOfTexts(previous, events.map(canonicalJson), digest);
}

/** The same, of events that are written as canonical JSON already. */
export async function chainOfTexts(
  previous: Uint8Array,
  texts: readonly string[],
  digest: Digest,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const hashes: Uint8Array<ArrayBuffer>[] = [];
  let head = previous;
  for (const text of texts) {
    const next = await digest(concatenated(head, utf8(text)));
    hashes.push(next);
    head = next;
  }
  return hashes;
}
