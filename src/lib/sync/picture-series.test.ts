import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { encodeQR } from 'qr';
import { beforeAll, expect, test } from 'vitest';
import { base64url, concatenated, hex } from '#lib/base/bytes.ts';
import {
  digest,
  generateStoredSigningKey,
  randomBytes,
  signerOfJwk,
  type StoredKeyPair,
} from '#lib/base/platform/crypto.ts';
import { deflate } from '#lib/base/platform/deflate.ts';
import { generateStoredSealingKey, seal } from '#lib/base/platform/sealing.ts';
import { seededRandom, shuffled } from '#lib/base/random.ts';
import type { Signed } from '#lib/base/signed.ts';
import { chainStart, type Writer } from './chain.ts';
import type { OutgoingEvent } from './outgoing-event.ts';
import { makePack } from './parcel-pack.ts';
import { makeParcel } from './parcel.ts';
import {
  blocksIn,
  largestSeries,
  pictureSeries,
  SeriesReader,
  type PictureSeries,
} from './picture-series.ts';

const framesASecond = 5;
const answersASession = 40;
const { certificates } = JSON.parse(readFileSync('tests/golden/pack-1.json', 'utf8')) as {
  readonly certificates: readonly Signed[];
};
let sealingKey: StoredKeyPair;

beforeAll(async () => {
  sealingKey = await generateStoredSealingKey();
});

/** What one person shares on a telephone of their own: the device's enrolment, the agreement, forty answers, the levels. */
async function session(seed: number): Promise<Uint8Array<ArrayBuffer>> {
  const random = seededRandom(`session ${seed}`);
  const upto = (count: number): number => Math.floor(random() * count);
  const keys = await generateStoredSigningKey();
  const writer: Writer = { organisation: '0011223344556677', device: hex(randomBytes(12)), epoch: 1 };
  const campaign = '01020304';
  const day = '2026-03-02';
  const events: OutgoingEvent[] = [
    {
      type: 'device.enrolled',
      key: base64url(keys.publicKey),
      campaign,
      proof: base64url(randomBytes(16)),
    },
    {
      ...{ type: 'consent.given', campaign, scope: 'answers', textHash: base64url(randomBytes(32)) },
      ...{ nickname: 'Lina', avatar: 'fox', day },
    },
    { type: 'attempt.started', policy: 'diagnostic', bundle: 'socle', revision: 1, engine: 1, grader: 1 },
    ...Array.from({ length: answersASession }, (): OutgoingEvent => {
      const choice = upto(3) === 0 ? null : { choice: 'abcd'[upto(4)]! };
      return {
        ...{ type: 'response.given', item: upto(600), choice, score: upto(2), isSkipped: upto(7) === 0 },
        ...{ help: 0, seconds: 8 + upto(50) },
      };
    }),
    {
      type: 'attempt.completed',
      levels: ['1', '2', '3', '4', '5'].map((area) => [area, 1 + upto(4), upto(2), 5, 30 + upto(20)]),
      isHelped: false,
    },
  ];
  const sign = await signerOfJwk(keys.privateJwk);
  const previous = await chainStart(writer, digest);
  return makeParcel(writer, { from: 1, previous, events }, sealingKey.publicKey, {
    digest,
    deflate,
    seal,
    sign,
  });
}

const sessions = (count: number): Promise<Uint8Array<ArrayBuffer>[]> =>
  Promise.all(Array.from({ length: count }, (_, seed) => session(seed)));

/** Reads the pictures of these numbers; gives how many were shown when the whole came, and the whole. */
async function readAll(
  texts: readonly string[],
  isSeen: (shown: number) => boolean,
): Promise<{ readonly shown: number; readonly whole: Uint8Array } | undefined> {
  const reader = new SeriesReader(digest);
  for (const [place, text] of texts.entries()) {
    if (!isSeen(place)) continue;
    const read = await reader.read(text);
    if (read.ok && read.value.whole !== undefined) return { shown: place + 1, whole: read.value.whole };
  }
  return undefined;
}

const textsOf = (series: PictureSeries, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, place) => series.textOf(from + place));

test('[SY-27] thirty sessions come through 1,000 channels that lose 30 % of the pictures, within 20 seconds, to the bit', async () => {
  const pack = await makePack({ parcels: await sessions(30), receipts: [], certificates }, digest);
  const series = await pictureSeries(pack, digest);
  const mostShown = 20 * framesASecond;
  const latestStart = 200;
  const texts = textsOf(series, 0, latestStart + mostShown);
  const slowest = { shown: 0 };
  for (let channel = 0; channel < 1_000; channel += 1) {
    const random = seededRandom(`channel ${channel}`);
    // One in two begins to look while the series is under way.
    const start = channel % 2 === 0 ? 0 : Math.floor(random() * latestStart);
    const read = await readAll(texts.slice(start, start + mostShown), () => random() >= 0.3);
    expect(read, `channel ${channel}`).toBeDefined();
    expect(hex(read?.whole ?? new Uint8Array(0)) === hex(pack), `channel ${channel}`).toBe(true);
    slowest.shown = Math.max(slowest.shown, read?.shown ?? Infinity);
  }
  expect(slowest.shown).toBeLessThanOrEqual(mostShown);
}, 60_000);

test('[SY-28] one session of forty answers is one still picture of version 22 at most', async () => {
  const pack = await makePack({ parcels: await sessions(1), receipts: [], certificates: [] }, digest);
  const series = await pictureSeries(pack, digest);
  expect(series.length).toBe(1);
  expect(versionOf(series.textOf(0))).toBeLessThanOrEqual(22);
  expect(series.textOf(0)).toMatch(/^[0-9A-Z-]+$/);
  const read = await new SeriesReader(digest).read(series.textOf(7));
  expect(read).toMatchObject({ value: { whole: pack } });
});

test('[SY-28] no picture of a moving series is above version 18', async () => {
  const series = await pictureSeries(randomBytes(5_000), digest);
  for (let number = 0; number < 2 * series.length; number += 1)
    expect(versionOf(series.textOf(number))).toBeLessThanOrEqual(18);
});

test('[SY-29] any order and any doubles bring back the same bytes, of every length', async () => {
  const lengths = fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.constantFrom(880, 881, 1_120, 1_121));
  await fc.assert(
    fc.asyncProperty(lengths, fc.string(), async (length, seed) => {
      const bytes = randomBytes(length);
      const series = await pictureSeries(bytes, digest);
      const texts = shuffled(textsOf(series, 0, series.length * 3 + 20), seededRandom(seed));
      expect((await readAll([...texts, ...texts], () => true))?.whole).toEqual(bytes);
    }),
    { numRuns: 40 },
  );
  const largest = concatenated(randomBytes(60_000), randomBytes(largestSeries - 60_000));
  const series = await pictureSeries(largest, digest);
  const read = await readAll(textsOf(series, 65_400, 240), () => true);
  expect(hex(read?.whole ?? new Uint8Array(0)) === hex(largest)).toBe(true);
});

test('[SY-30] another code, a newer series and a damaged picture bring nothing, and what was read stays', async () => {
  const reader = new SeriesReader(digest);
  const bytes = randomBytes(2_000);
  const series = await pictureSeries(bytes, digest);
  expect(await reader.read(series.textOf(0))).toMatchObject({ value: { found: 1, of: 4 } });
  const next = series.textOf(1);
  for (const [text, reason] of [
    ['https://jalon.example/join#abc', 'somethingElse'],
    ['JALON-VUE-1-ABC', 'somethingElse'],
    [next.replace('SUITE-1', 'SUITE-2'), 'newer'],
    [next.slice(0, -5), 'damaged'],
    [next.replace(/.$/, '*'), 'damaged'],
    ['JALON-SUITE-1-', 'damaged'],
    ['JALON-SUITE-X', 'damaged'],
  ] as const)
    expect(await reader.read(text)).toEqual({ ok: false, reason });
  for (const number of [1, 2]) await reader.read(series.textOf(number));
  expect(await reader.read(series.textOf(3))).toMatchObject({ value: { found: 4, whole: bytes } });
});

test('[SY-30] what came whole but is not what was named is refused, and read anew', async () => {
  const reader = new SeriesReader(digest);
  const bytes = randomBytes(1_200);
  const series = await pictureSeries(bytes, digest);
  const letter = series.textOf(0).at(-9) === 'A' ? 'B' : 'A';
  const wrong = `${series.textOf(0).slice(0, -9)}${letter}${series.textOf(0).slice(-8)}`;
  await reader.read(wrong);
  await reader.read(series.textOf(1));
  expect(await reader.read(series.textOf(2))).toEqual({ ok: false, reason: 'damaged' });
  for (const number of [0, 1]) await reader.read(series.textOf(number));
  expect(await reader.read(series.textOf(2))).toMatchObject({ value: { whole: bytes } });
});

test('[SY-29] the mixtures of version 1 never change', () => {
  expect(blocksIn(2, 5)).toEqual([2]);
  expect([5, 6, 70_000].map((number) => blocksIn(number, 5))).toEqual([
    [1, 4],
    [0, 1, 3, 4],
    [0, 1, 4],
  ]);
});

function versionOf(text: string): number {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 1 });
  return (rows.length - 19) / 4;
}
