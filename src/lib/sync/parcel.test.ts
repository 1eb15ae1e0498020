import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { base64url, utf8 } from '#lib/base/bytes.ts';
import { digest, generateStoredSigningKey, signerOfJwk, verify } from '#lib/base/platform/crypto.ts';
import { deflate } from '#lib/base/platform/deflate.ts';
import { generateStoredSealingKey, openerOfJwk, seal } from '#lib/base/platform/sealing.ts';
import type { StoredKeyPair } from '#lib/base/platform/crypto.ts';
import { chainOf, chainStart, type Writer } from './chain.ts';
import { packedEvents, unpackedEvents } from './event-columns.ts';
import type { OutgoingEvent } from './outgoing-event.ts';
import { isSignedBy, largestParcel, makeParcel, openParcel, readEnvelope } from './parcel.ts';
import { openReceipt, receiptLength, signReceipt } from './receipt.ts';
import { largestBody, loadsOf, packFrames, readFrames } from './wire.ts';

const writer: Writer = { organisation: '0011223344556677', device: '00112233445566778899aabb', epoch: 1 };
let deviceKey: StoredKeyPair;
let sealingKey: StoredKeyPair;

beforeAll(async () => {
  deviceKey = await generateStoredSigningKey();
  sealingKey = await generateStoredSealingKey();
});

function share(answers: number): OutgoingEvent[] {
  const responses = Array.from({ length: answers }, (_, index): OutgoingEvent => {
    const draw = Math.imul(index + 1, 2654435761) >>> 0;
    return {
      type: 'response.given',
      item: draw % 74,
      choice: draw % 3 === 0 ? null : { choice: 'abcd'[draw % 4]! },
      score: draw % 2,
      isSkipped: draw % 7 === 0,
      help: 0,
      seconds: 8 + (draw % 50),
    };
  });
  return [
    {
      type: 'device.enrolled',
      key: base64url(deviceKey.publicKey),
      campaign: '01020304',
      proof: 'A'.repeat(22),
    },
    {
      type: 'consent.given',
      campaign: '01020304',
      scope: 'answers',
      textHash: 'B'.repeat(43),
      nickname: 'Lina',
      avatar: 'fox',
      day: '2026-03-02',
    },
    { type: 'attempt.started', policy: 'diagnostic', bundle: 'socle', revision: 1, engine: 1, grader: 1 },
    ...responses,
    {
      type: 'attempt.completed',
      levels: [
        ['1', 2, 1, 4, 41],
        ['2', 3, 2, 5, 38],
        ['3', 1, 0, 3, 44],
        ['4', 4, 2, 5, 37],
        ['5', 2, 1, 3, 42],
      ],
      isHelped: false,
    },
  ];
}

async function parcelOf(events: readonly OutgoingEvent[]): Promise<Uint8Array<ArrayBuffer>> {
  const previous = await chainStart(writer, digest);
  const sign = await signerOfJwk(deviceKey.privateJwk);
  return makeParcel(writer, { from: 1, previous, events }, sealingKey.publicKey, {
    digest,
    deflate,
    seal,
    sign,
  });
}

test('[SY-1] a parcel brings back the very events, and only to the holder of the key', async () => {
  const events = share(40);
  const bytes = await parcelOf(events);
  const envelope = readEnvelope(bytes);
  expect(envelope).toMatchObject({ organisation: writer.organisation, device: writer.device });
  const content = await openParcel(envelope!, await openerOfJwk(sealingKey.privateJwk));
  expect(content).toMatchObject({ epoch: 1, from: 1, events });
  const other = await generateStoredSealingKey();
  expect(await openParcel(envelope!, await openerOfJwk(other.privateJwk))).toBeUndefined();
});

test('[SY-2] forty answers, sealed and signed, fit in 680 bytes', async () => {
  expect((await parcelOf(share(40).slice(2))).length).toBeLessThanOrEqual(680);
});

test('[SY-3] the device signed each byte: one changed anywhere is seen', async () => {
  const bytes = await parcelOf(share(3));
  expect(await isSignedBy(readEnvelope(bytes)!, deviceKey.publicKey, verify)).toBe(true);
  for (let at = 3; at < bytes.length; at += 17) {
    const changed = bytes.slice();
    changed[at] = (changed[at] as number) ^ 1;
    expect(await isSignedBy(readEnvelope(changed)!, deviceKey.publicKey, verify)).toBe(false);
  }
});

test('[SY-4] bytes that are no parcel are said to be none, whatever they are', async () => {
  const bytes = await parcelOf(share(1));
  expect(readEnvelope(new Uint8Array(0))).toBeUndefined();
  expect(readEnvelope(bytes.slice(0, 100))).toBeUndefined();
  expect(readEnvelope(new Uint8Array(largestParcel + 1))).toBeUndefined();
  expect(readEnvelope(utf8('<html>'.repeat(50)))).toBeUndefined();
  const open = await openerOfJwk(sealingKey.privateJwk);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 180, maxLength: 400 }), async (noise) => {
      const framed = Uint8Array.from([0x4a, 0x50, 1, ...noise]);
      const envelope = readEnvelope(framed);
      if (envelope !== undefined) expect(await openParcel(envelope, open)).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});

test('[SY-5] columns that do not make whole events are refused', () => {
  const [order, columns] = packedEvents(share(2)) as [string, Record<string, unknown[][]>];
  expect(unpackedEvents([order, columns], 500)).toEqual(share(2));
  expect(unpackedEvents([`${order}r`, columns], 500)).toBeUndefined();
  expect(unpackedEvents([order.replace('c', 'z'), columns], 500)).toBeUndefined();
  expect(unpackedEvents([order, { ...columns, r: [] }], 500)).toBeUndefined();
  expect(unpackedEvents([order, columns], 3)).toBeUndefined();
});

test('[SY-6] the chain tells any event changed, moved or missing, and its writer', async () => {
  const events = share(3);
  const head = async (of: Writer, list: readonly OutgoingEvent[]) =>
    base64url((await chainOf(await chainStart(of, digest), list, digest)).at(-1)!);
  const right = await head(writer, events);
  expect(await head(writer, events.slice(1))).not.toBe(right);
  expect(await head(writer, events.toReversed())).not.toBe(right);
  expect(await head({ ...writer, epoch: 2 }, events)).not.toBe(right);
  expect(await head({ ...writer, device: 'ffffffffffffffffffffffff' }, events)).not.toBe(right);
  expect(await head(writer, events)).toBe(right);
});

test('[SY-7] a receipt is believed only under the organisation’s receipt key', async () => {
  const key = await generateStoredSigningKey();
  const receipt = {
    ...writer,
    upto: 44,
    head: 'ab'.repeat(32),
    serverEpoch: 1,
    serverTime: 1_772_000_000_123,
  };
  const bytes = await signReceipt(receipt, await signerOfJwk(key.privateJwk));
  expect(bytes.length).toBe(receiptLength);
  expect(await openReceipt(bytes, key.publicKey, verify)).toEqual(receipt);
  expect(await openReceipt(bytes, deviceKey.publicKey, verify)).toBeUndefined();
  const changed = bytes.slice();
  changed[30] = 45;
  expect(await openReceipt(changed, key.publicKey, verify)).toBeUndefined();
  expect(await openReceipt(bytes.slice(1), key.publicKey, verify)).toBeUndefined();
});

test('[SY-8] frames come back, and a page of a captive portal is not frames', () => {
  const frames = [
    { type: 'parcel', bytes: Uint8Array.from([1, 2, 3]) },
    { type: 'receipt', bytes: new Uint8Array(0) },
    { type: 'refusal', refusal: { reason: 'forked', upto: 3 } },
  ] as const;
  expect(readFrames(packFrames(frames))).toEqual(frames);
  expect(readFrames(packFrames(frames).slice(0, -1))).toBeUndefined();
  expect(readFrames(utf8('<!doctype html><title>Wi-Fi</title>'))).toBeUndefined();
  expect(readFrames(new Uint8Array(0))).toEqual([]);
});

test('[SY-21] however many parcels wait, each request stays within what a server reads', () => {
  const parcels = Array.from({ length: 40 }, (_, index) => new Uint8Array(20_000).fill(index));
  const loads = loadsOf(parcels);
  expect(loads.flat()).toEqual(parcels);
  for (const load of loads) {
    expect(packFrames(load.map((bytes) => ({ type: 'parcel', bytes }))).length).toBeLessThanOrEqual(
      largestBody,
    );
  }
  expect(loadsOf([])).toEqual([]);
});
