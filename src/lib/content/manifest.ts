import * as v from 'valibot';
import { textOf, utf8 } from '#lib/base/bytes.ts';
import { canonicalJson } from '#lib/base/canonical-json.ts';
import { kindNames, needNames } from '#lib/challenges/challenge.ts';
import { contentLocales, type ContentLocale } from '#lib/i18n/locale.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const itemSchema = v.strictObject({
  id: name,
  kind: v.picklist(kindNames),
  competence: name,
  skill: name,
  /** The author's level, 1 to 8. */
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
  /** The probability that somebody who knows nothing is right. */
  guessing: v.pipe(v.number(), v.minValue(0), v.ltValue(1)),
  /** Points that can be earned; 1 for right or wrong. */
  steps: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
  needs: v.array(v.picklist(needNames)),
  enemies: v.array(name),
  timed: v.boolean(),
});

/** What a device must know of a challenge to choose it. Its index in the manifest is its number on the wire. */
export type ItemEntry = v.InferOutput<typeof itemSchema>;

const chunkSchema = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,40}$/)),
  /** The language whose words it holds; null when it holds none. */
  language: v.nullable(v.picklist(contentLocales)),
  /** SHA-256 of the compressed bytes, in hexadecimal: the chunk's address. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  bytes: count,
  rawBytes: v.pipe(count, v.maxValue(16_000_000)),
});
export type ChunkEntry = v.InferOutput<typeof chunkSchema>;

const manifestSchema = v.strictObject({
  format: v.literal(1),
  bundle: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  /** Goes up by one each time the content changes, and never down. */
  revision: v.pipe(count, v.minValue(1)),
  title: v.strictObject({ fr: name, en: name }),
  publisher: name,
  licence: name,
  languages: v.pipe(v.array(v.picklist(contentLocales)), v.minLength(1)),
  /** The version of the engine that the items are meant for. */
  engine: v.literal(1),
  items: v.pipe(
    v.array(itemSchema),
    v.check((items) => new Set(items.map(({ id }) => id)).size === items.length, 'an item is there twice'),
  ),
  chunks: v.array(chunkSchema),
  /** Lessons, one chunk a language: none of them is needed to begin a test, so they come after the rest. */
  lessons: v.exactOptional(v.array(chunkSchema)),
});

/** One revision of a bundle: what is in it, and the address of each of its chunks. */
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** The name of the chunk of an area's challenges, or of its words in a language. */
export function areaChunkName(area: string, language: ContentLocale | null): string {
  return language === null ? `area-${area}` : `area-${area}-${language}`;
}

/** Every chunk that a manifest names, whenever it comes. */
export function chunksIn(manifest: Manifest): readonly ChunkEntry[] {
  return [...manifest.chunks, ...(manifest.lessons ?? [])];
}

/** The most bytes of a manifest that are read. */
const longestManifest = 4_000_000;

/** The bytes that are signed and stored: canonical, so that one manifest has one form. */
export function manifestBytes(manifest: Manifest): Uint8Array<ArrayBuffer> {
  return utf8(canonicalJson(manifest));
}

/** What is said of bytes that should be a manifest: the manifest, or why not. */
export type ManifestReading = Manifest | 'notAManifest' | 'unknownFormat';

/** The manifest that the bytes hold; `unknownFormat` when they are of a format that this version cannot read. */
export function readManifest(bytes: Uint8Array): ManifestReading {
  if (bytes.length > longestManifest) return 'notAManifest';
  let value: unknown;
  try {
    value = JSON.parse(textOf(bytes));
  } catch {
    return 'notAManifest';
  }
  const format = v.safeParse(v.object({ format: v.number() }), value);
  if (!format.success) return 'notAManifest';
  if (format.output.format !== 1) return 'unknownFormat';
  const parsed = v.safeParse(manifestSchema, value);
  return parsed.success ? parsed.output : 'notAManifest';
}
