import { gzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { hex, utf8 } from '#lib/base/bytes.ts';
import { digest, generateStoredSigningKey, signerOfJwk, verify } from '#lib/base/platform/crypto.ts';
import type { Sign } from '#lib/base/ports.ts';
import { manifestBytes, readManifest, type Manifest } from './manifest.ts';
import { signedBytes, verifyManifest } from './verify.ts';
import { openChunk } from './open-chunk.ts';

const manifest: Manifest = {
  format: 1,
  bundle: 'tiny',
  revision: 4,
  title: { fr: 'Petit', en: 'Small' },
  publisher: 'jalon',
  licence: 'CC-BY-SA-4.0',
  languages: ['fr', 'en'],
  engine: 1,
  items: [],
  chunks: [],
};
const bytes = manifestBytes(manifest);
const ports = { verify, digest };
let sign: Sign;
let key: Uint8Array;
let otherKey: Uint8Array;
beforeAll(async () => {
  const pair = await generateStoredSigningKey();
  sign = await signerOfJwk(pair.privateJwk);
  key = pair.publicKey;
  otherKey = (await generateStoredSigningKey()).publicKey;
});

const signed = async (message: Uint8Array, installed = 0) =>
  verifyManifest(message, await sign(signedBytes(message)), [key], installed, ports);

test('[CT-11] a manifest signed by one of the keys is accepted, with its digest', async () => {
  const signature = await sign(signedBytes(bytes));
  const result = await verifyManifest(bytes, signature, [otherKey, key], 4, ports);
  expect(result).toEqual({ ok: true, value: { manifest, digest: hex(await digest(bytes)) } });
});

test('[CT-11] no signature, a wrong one, another key, another message, and no key at all', async () => {
  const signature = await sign(signedBytes(bytes));
  const reason = async (...given: Parameters<typeof verifyManifest>) => {
    const result = await verifyManifest(...given);
    return result.ok ? 'accepted' : result.reason;
  };
  expect(await reason(bytes, undefined, [key], 0, ports)).toBe('unsigned');
  expect(await reason(bytes, new Uint8Array(), [key], 0, ports)).toBe('unsigned');
  expect(await reason(bytes, new Uint8Array(64), [key], 0, ports)).toBe('wrongSignature');
  expect(await reason(bytes, signature, [otherKey], 0, ports)).toBe('wrongSignature');
  expect(await reason(bytes, signature, [], 0, ports)).toBe('wrongSignature');
  expect(await reason(bytes, await sign(bytes), [key], 0, ports)).toBe('wrongSignature');
  expect(await reason(manifestBytes({ ...manifest, revision: 5 }), signature, [key], 0, ports)).toBe(
    'wrongSignature',
  );
});

test('[CT-11] an older revision is refused, the same one is not', async () => {
  expect(await signed(bytes, 5)).toMatchObject({ ok: false, reason: 'older' });
  expect(await signed(bytes, 4)).toMatchObject({ ok: true });
});

test('[CT-11] a format of the future is told apart from what is no manifest', async () => {
  expect(await signed(utf8('{"format":2,"whatever":true}'))).toMatchObject({ reason: 'unknownFormat' });
  const broken = ['', 'null', '[]', '{}', '{"format":1}', '<html>', '{"format":"1"}', '\u0000'];
  for (const text of broken) expect(await signed(utf8(text))).toMatchObject({ reason: 'notAManifest' });
});

test('[CT-11] what does not fit in a manifest is none', () => {
  const item = {
    id: 'a',
    kind: 'web',
    competence: '1.1',
    skill: '1.1.a',
    level: 1,
    guessing: 0,
    steps: 1,
    needs: [],
    enemies: [],
    timed: false,
  };
  const reading = (change: object) => readManifest(utf8(JSON.stringify({ ...manifest, ...change })));
  expect(reading({ items: [item] })).toMatchObject({ items: [item] });
  expect(reading({ items: [item, item] })).toBe('notAManifest');
  expect(reading({ items: [{ ...item, guessing: 1 }] })).toBe('notAManifest');
  expect(reading({ revision: 0 })).toBe('notAManifest');
  expect(reading({ revision: 1.5 })).toBe('notAManifest');
  expect(reading({ bundle: '../etc' })).toBe('notAManifest');
  expect(reading({ more: 1 })).toBe('notAManifest');
  expect(reading({ chunks: [{ name: 'a', language: null, sha256: '../x', bytes: 1, rawBytes: 1 }] })).toBe(
    'notAManifest',
  );
  expect(readManifest(new Uint8Array(4_000_001))).toBe('notAManifest');
});

test('[CT-12] a chunk opens only with its own length and digest', async () => {
  const raw = utf8('{"a":1}');
  const chunk = gzipSync(raw, { mtime: 0 });
  const entry = {
    name: 'a',
    language: null,
    sha256: hex(await digest(chunk)),
    bytes: chunk.length,
    rawBytes: raw.length,
  };
  expect(await openChunk(chunk, entry, digest)).toEqual({ ok: true, value: { a: 1 } });
  expect(await openChunk(chunk.subarray(1), entry, digest)).toMatchObject({ reason: 'wrongLength' });
  const flipped = chunk.map((byte, index) => (index === 12 ? byte ^ 1 : byte));
  expect(await openChunk(flipped, entry, digest)).toMatchObject({ reason: 'wrongDigest' });
  expect(await openChunk(chunk, { ...entry, rawBytes: 6 }, digest)).toMatchObject({ reason: 'notAChunk' });
  const page = utf8('<html>');
  const named = { ...entry, sha256: hex(await digest(page)), bytes: page.length };
  expect(await openChunk(page, named, digest)).toMatchObject({ reason: 'notAChunk' });
});
