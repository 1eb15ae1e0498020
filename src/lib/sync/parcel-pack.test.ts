import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { base64url, bytesOfBase64url, utf8 } from '#lib/base/bytes.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import type { Signed } from '#lib/base/signed.ts';
import {
  largestPack,
  makePack,
  packIn,
  packText,
  parcelsThatFit,
  readPack,
  type ParcelPack,
} from './parcel-pack.ts';
import { packFrames } from './wire.ts';

interface Golden {
  readonly parcels: readonly string[];
  readonly receipts: readonly string[];
  readonly certificates: readonly Signed[];
  readonly pack: string;
}
const golden = JSON.parse(readFileSync('tests/golden/pack-1.json', 'utf8')) as Golden;
const bytes = (text: string): Uint8Array => bytesOfBase64url(text) as Uint8Array;

const held: ParcelPack = {
  parcels: golden.parcels.map(bytes),
  receipts: golden.receipts.map(bytes),
  certificates: golden.certificates,
};

test('[SY-24] a pack brings back the very parcels, receipts and certificates, at every length', async () => {
  expect(await readPack(await makePack(held, digest), digest)).toEqual({ ok: true, value: held });
  const nothing: ParcelPack = { parcels: [], receipts: [], certificates: [] };
  expect(await readPack(await makePack(nothing, digest), digest)).toEqual({ ok: true, value: nothing });
});

test('[SY-25] another file, a newer pack, one cut anywhere, changed anywhere or too long: each has its reason', async () => {
  const reasonOf = async (read: Uint8Array): Promise<string> => {
    const result = await readPack(read, digest);
    return result.ok ? 'taken' : result.reason;
  };
  const whole = await makePack(held, digest);
  for (const other of [
    utf8('<html>not this</html>'),
    utf8('{"jalon":"backup"}'),
    Uint8Array.from([0x4a, 0x50, 1]),
  ])
    expect(await reasonOf(other)).toBe('notAPack');
  expect(await reasonOf(new Uint8Array(0))).toBe('notAPack');
  expect(await reasonOf(whole.with(2, 2))).toBe('newerPack');
  for (let at = 1; at < whole.length; at += 13) expect(await reasonOf(whole.slice(0, at))).toBe('cutPack');
  for (let at = 7; at < whole.length; at += 13)
    expect(await reasonOf(whole.with(at, (whole[at] as number) ^ 1))).toBe('damagedPack');
  expect(await reasonOf(Uint8Array.from([...whole, 0]))).toBe('damagedPack');
  const long = new Uint8Array(largestPack + 1);
  long.set(whole);
  expect(await reasonOf(long)).toBe('tooLarge');
});

test('[SY-25] what is whole but holds no frames is refused as a whole', async () => {
  const noise = utf8('these are no frames');
  const frames = packFrames([{ type: 'parcel', bytes: noise }]);
  const whole = await makePack({ parcels: [noise], receipts: [], certificates: [] }, digest);
  const sum = await digest(Uint8Array.from([...utf8('jalon-pack-1\n'), ...frames.with(0, 0x41)]));
  const changed = Uint8Array.from([...whole.slice(0, 7), ...sum, ...frames.with(0, 0x41)]);
  expect(await readPack(changed, digest)).toEqual({ ok: false, reason: 'damagedPack' });
});

test('[SY-26] what version 1 packed (`tests/golden/pack-1.json`) is read for ever, and packed the same', async () => {
  expect(await readPack(bytes(golden.pack), digest)).toEqual({ ok: true, value: held });
  expect(base64url(await makePack(held, digest))).toBe(golden.pack);
});

test('[SY-24] more than one pack has room for is left for the next one', async () => {
  const parcels = Array.from({ length: 40 }, () => new Uint8Array(60_000));
  const first = parcelsThatFit(parcels);
  expect(first.length).toBeGreaterThan(25);
  expect(first.length).toBeLessThan(40);
  const pack = await makePack({ parcels: first, receipts: [], certificates: [] }, digest);
  expect(pack.length).toBeLessThanOrEqual(largestPack);
});

test('[SY-24] a pack travels as a text too; what is none is left as it is', () => {
  const whole = bytes(golden.pack);
  expect(packIn(whole)).toEqual(whole);
  expect(packIn(utf8(packText(whole)))).toEqual(whole);
  expect(packIn(utf8(`${packText(whole).replaceAll(/.{70}/g, '$&\r\n')}\n`))).toEqual(whole);
  expect(packIn(utf8('JALON-COLIS-*'))).toEqual(utf8('JALON-COLIS-*'));
});
