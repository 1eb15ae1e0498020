import { readFileSync } from 'node:fs';
import { gzipSync } from 'fflate';
import { bytesOfBase64url, textOf, utf8 } from '#lib/base/bytes.ts';
import { canonicalJson } from '#lib/base/canonical-json.ts';
import { deflated, inflated } from '#lib/base/compression.ts';
import { digest, generateStoredSigningKey, signerOfJwk, verify } from '#lib/base/platform/crypto.ts';
import { openerOfJwk } from '#lib/base/platform/sealing.ts';
import type { Signed } from '#lib/base/signed.ts';
import { readBackup } from '#lib/backup/backup.ts';
import { readSnapshot, snapshotLink } from '#lib/backup/snapshot.ts';
import { codeOf, openCard } from '#lib/campaigns/card.ts';
import { readManifest } from '#lib/content/manifest.ts';
import { readChunk } from '#lib/content/open-chunk.ts';
import { verifyManifest } from '#lib/content/verify.ts';
import { readAnswer } from '#lib/reports/answer.ts';
import { printReport, readReport, reportOf } from '#lib/reports/report.ts';
import { printGlimpse, readGlimpse } from '#lib/station/glimpse.ts';
import { printCard, readCard } from '#lib/station/return-card.ts';
import { makePack, packIn, packText, readPack } from '#lib/sync/parcel-pack.ts';
import { openParcel, readEnvelope } from '#lib/sync/parcel.ts';
import { pictureSeries, SeriesReader } from '#lib/sync/picture-series.ts';
import { openReceipt } from '#lib/sync/receipt.ts';
import { packFrames, readFrames } from '#lib/sync/wire.ts';
import { openInstallation } from '#lib/trust/installation.ts';

/** One reader of what comes from outside, and good examples of it. */
export interface Border {
  readonly name: string;
  readonly examples: readonly Uint8Array[];
  /** Reads, and gives a value or a refusal; never throws, never hangs. */
  readonly read: (bytes: Uint8Array<ArrayBuffer>) => unknown;
}

interface Golden {
  readonly root: string;
  readonly installation: Signed;
  readonly card: string;
  readonly parcel: string;
  readonly sealingPrivateJwk: JsonWebKey;
  readonly receiptBytes: string;
  readonly receiptPublicKey: string;
}

const golden = JSON.parse(readFileSync('tests/golden/wire-1.json', 'utf8')) as Golden;
const parcel = bytes(golden.parcel);
const receipt = bytes(golden.receiptBytes);
const frames = packFrames([
  { type: 'parcel', bytes: parcel },
  { type: 'receipt', bytes: receipt },
  { type: 'refusal', refusal: { reason: 'forked', organisation: '0', device: '1', upto: 3 } },
]);
const today = '2026-03-02';

/** Every border of the application that reads by itself, with what crosses it. */
export async function borders(): Promise<readonly Border[]> {
  const open = await openerOfJwk(golden.sealingPrivateJwk);
  const pack = await makePack({ parcels: [parcel], receipts: [receipt], certificates: [] }, digest);
  const series = await pictureSeries(pack, digest);
  const link = await snapshotLink(
    {
      day: today,
      levels: [{ target: '1.2', level: 3, low: 2, high: 5, certainty: 0.6 }],
      review: [1],
      seen: [7],
    },
    'https://jalon.example',
    digest,
  );
  const glimpse = await printGlimpse(
    {
      ...{ session: '0011223344', day: today, nickname: 'Lina', avatar: 'fox', needsHelp: false, minutes: 3 },
      doing: { state: 'nothing' },
    },
    digest,
  );
  const report = reportOf({ category: 'idea', text: 'Des trains.' }, 'abcdefghijklmnopqrstuv', '0.1.0');
  const publisher = await generateStoredSigningKey();
  const sign = await signerOfJwk(publisher.privateJwk);
  return [
    { name: 'frames', examples: [frames], read: (each) => readFrames(each) },
    {
      name: 'parcel, outside',
      examples: [parcel],
      read: async (each) => {
        const envelope = readEnvelope(each);
        return envelope && openParcel(envelope, open);
      },
    },
    {
      // Whoever holds a card can seal anything: what is inside must be doubted too.
      name: 'parcel, inside',
      examples: [await insideOf(parcel, open)],
      read: async (each) => {
        const envelope = readEnvelope(parcel);
        return envelope && openParcel(envelope, () => Promise.resolve(deflated(each)));
      },
    },
    {
      name: 'receipt',
      examples: [receipt],
      read: (each) => openReceipt(each, bytes(golden.receiptPublicKey), verify),
    },
    text('card of a campaign', [golden.card], (each) => openCard(each, golden.root, {}, verify)),
    text('code of a campaign', ['ABCDEFGH2'], (each) => codeOf(each)),
    text('installation', [JSON.stringify(golden.installation)], (each) =>
      openInstallation({ ...golden.installation, body: each }, undefined, verify),
    ),
    { name: 'pack', examples: [pack, utf8(packText(pack))], read: (each) => readPack(packIn(each), digest) },
    text('pictures', [series.textOf(0), series.textOf(3)], (each) => new SeriesReader(digest).read(each)),
    text('backup', [readFileSync('tests/golden/backup-1.json', 'utf8')], (each) => readBackup(each, digest)),
    text('printed card', [link], (each) => readSnapshot(each, digest)),
    text('code of another device', [glimpse], (each) => readGlimpse(each, today, digest)),
    text('card of a person', [await printCard(new Uint8Array(16), digest)], (each) => readCard(each, digest)),
    text('report', report === undefined ? [] : [printReport(report)], (each) => readReport(each)),
    text('answer to a report', ['{"received":"abcdefghijklmnopqrstuv","at":1}'], (each) =>
      readAnswer(parsed(each)),
    ),
    { name: 'manifest', examples: [manifest()], read: (each) => readManifest(each) },
    {
      name: 'manifest, signed',
      examples: [manifest()],
      read: async (each) =>
        verifyManifest(each, await sign(each), [publisher.publicKey], 0, { verify, digest }),
    },
    {
      name: 'chunk',
      examples: [gzipSync(utf8(canonicalJson({ holds: 'words', language: 'fr', words: {} })))],
      read: (each) =>
        readChunk(each, { name: 'a', language: null, sha256: '', bytes: each.length, rawBytes: 46 }),
    },
  ];
}

function text(name: string, examples: readonly string[], read: (text: string) => unknown): Border {
  return { name, examples: examples.map(utf8), read: (each) => read(textOf(each)) };
}

function bytes(of: string): Uint8Array<ArrayBuffer> {
  return bytesOfBase64url(of) ?? new Uint8Array(0);
}

function parsed(of: string): unknown {
  try {
    return JSON.parse(of);
  } catch {
    return undefined;
  }
}

/** The text inside a parcel, as it was before it was compressed and sealed. */
async function insideOf(of: Uint8Array, open: Awaited<ReturnType<typeof openerOfJwk>>): Promise<Uint8Array> {
  const envelope = readEnvelope(of);
  const packed = envelope && (await open(envelope.sealed, envelope.header));
  return (packed && inflated(packed, 1_000_000)) ?? new Uint8Array(0);
}

function manifest(): Uint8Array {
  const chunk = { name: 'framework', language: null, sha256: '0'.repeat(64), bytes: 9, rawBytes: 9 };
  return utf8(
    canonicalJson({
      ...{ format: 1, bundle: 'socle', revision: 1, title: { fr: 'a', en: 'b' }, publisher: 'jalon' },
      ...{ licence: 'CC-BY-SA-4.0', languages: ['fr', 'en'], engine: 1, items: [], chunks: [chunk] },
    }),
  );
}
