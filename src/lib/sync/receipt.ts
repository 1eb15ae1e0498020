import { assert } from '#lib/base/assert.ts';
import { bytesOfHex, concatenated, hex, utf8 } from '#lib/base/bytes.ts';
import type { Sign, Verify } from '#lib/base/ports.ts';
import type { Writer } from './chain.ts';

/** What a server signs once events are committed: up to where it holds a writer's chain. Only this moves a cursor. */
export interface Receipt extends Writer {
  /** The sequence of the last event held. */
  readonly upto: number;
  /** The chain's hash after that event (32 bytes, hexadecimal). */
  readonly head: string;
  /** Grows when the server's database was restored from a backup. */
  readonly serverEpoch: number;
  /** UTC milliseconds by the server's clock. */
  readonly serverTime: number;
}

// Layout of version 1: mark "JR" 2, version 1, organisation 8, device 12, epoch 4, upto 4, head 32, server epoch 4, time 6, signature 64.
const bodyLength = 73;
/** The length of a receipt in bytes. */
export const receiptLength = bodyLength + 64;

/** The signed bytes of a receipt. */
export async function signReceipt(receipt: Receipt, sign: Sign): Promise<Uint8Array<ArrayBuffer>> {
  const body = new Uint8Array(bodyLength);
  const view = new DataView(body.buffer);
  body.set([0x4a, 0x52, 1]);
  body.set(fixedBytes(receipt.organisation, 8), 3);
  body.set(fixedBytes(receipt.device, 12), 11);
  view.setUint32(23, receipt.epoch);
  view.setUint32(27, receipt.upto);
  body.set(fixedBytes(receipt.head, 32), 31);
  view.setUint32(63, receipt.serverEpoch);
  view.setUint16(67, Math.floor(receipt.serverTime / 4294967296));
  view.setUint32(69, receipt.serverTime % 4294967296);
  return concatenated(body, await sign(signable(body)));
}

/** The receipt in the bytes, when the organisation's receipt key signed it; undefined otherwise. */
export async function openReceipt(
  bytes: Uint8Array,
  receiptKey: Uint8Array,
  verify: Verify,
): Promise<Receipt | undefined> {
  const receipt = claimedReceipt(bytes);
  if (receipt === undefined) return undefined;
  const isSigned = await verify(receiptKey, signable(bytes.slice(0, bodyLength)), bytes.slice(bodyLength));
  return isSigned ? receipt : undefined;
}

/** What a receipt says before anybody checked who signed it; undefined when the bytes are none of a version that is known. */
export function claimedReceipt(bytes: Uint8Array): Receipt | undefined {
  if (bytes.length !== receiptLength || bytes[0] !== 0x4a || bytes[1] !== 0x52 || bytes[2] !== 1)
    return undefined;
  const body = bytes.slice(0, bodyLength);
  const view = new DataView(body.buffer);
  return {
    organisation: hex(body.subarray(3, 11)),
    device: hex(body.subarray(11, 23)),
    epoch: view.getUint32(23),
    upto: view.getUint32(27),
    head: hex(body.subarray(31, 63)),
    serverEpoch: view.getUint32(63),
    serverTime: view.getUint16(67) * 4294967296 + view.getUint32(69),
  };
}

/** Whether a receipt tells as much as another one of the same chain, or more: of a later life of the database, or of more events. */
export function saysMore(receipt: Receipt, other: Receipt | undefined): boolean {
  if (other === undefined || receipt.serverEpoch > other.serverEpoch) return true;
  return receipt.serverEpoch === other.serverEpoch && receipt.upto >= other.upto;
}

function signable(body: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatenated(utf8('jalon-receipt-1\n'), body);
}

function fixedBytes(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = bytesOfHex(text);
  assert(bytes?.length === length, `${length} bytes in hexadecimal`);
  return bytes;
}
