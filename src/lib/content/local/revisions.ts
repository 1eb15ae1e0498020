import { digest } from '#lib/base/platform/crypto.ts';
import { assert } from '#lib/base/assert.ts';
import type { Json } from '#lib/base/canonical-json.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import type { Bank } from '#lib/adaptive/bank.ts';
import { bankOf } from '../bank.ts';
import { challengeSet, type ChallengeSet } from '../challenge-set.ts';
import { readManifest, type Manifest } from '../manifest.ts';
import { chunksFor, openChunk } from '../verify.ts';

/** The newest revision of a bundle that is whole on this device; undefined when there is none. */
export async function installedRevision(
  database: LocalDatabase,
  bundle: string,
): Promise<number | undefined> {
  const rows = await database.revisions
    .where('[bundle+revision]')
    .between([bundle], [bundle, []])
    .primaryKeys();
  return rows.at(-1)?.[1];
}

/** A revision as an assessment needs it: the manifest, the bank for the engine, the challenges with their words. */
export interface LoadedRevision {
  readonly manifest: Manifest;
  readonly bank: Bank;
  readonly content: ChallengeSet;
}

/** A revision of a bundle in one language, every chunk verified again; undefined when a part is gone or damaged. */
export async function loadRevision(
  database: LocalDatabase,
  bundle: string,
  revision: number,
  language: string,
): Promise<LoadedRevision | undefined> {
  const manifest = await manifestOf(database, bundle, revision);
  if (manifest === undefined) return undefined;
  const entries = chunksFor(manifest, language);
  const rows = await database.chunks.bulkGet(entries.map((entry) => entry.sha256));
  const chunks: Json[] = [];
  for (const [index, entry] of entries.entries()) {
    const bytes = rows[index]?.bytes;
    const opened = bytes && (await openChunk(bytes, entry, digest));
    if (!opened?.ok) return undefined;
    chunks.push(opened.value);
  }
  const content = challengeSet(chunks);
  if (!content.ok) return undefined;
  return { manifest, bank: bankOf(manifest.items, content.value.framework), content: content.value };
}

/** Whether every chunk of a revision, in every language, is here byte for byte; what is not is thrown away to be fetched again. */
export async function verifyRevision(
  database: LocalDatabase,
  bundle: string,
  revision: number,
): Promise<boolean> {
  const manifest = await manifestOf(database, bundle, revision);
  if (manifest === undefined) return false;
  let isWhole = true;
  for (const entry of manifest.chunks) {
    const row = await database.chunks.get(entry.sha256);
    if (row !== undefined && (await openChunk(row.bytes, entry, digest)).ok) continue;
    isWhole = false;
    await database.chunks.delete(entry.sha256);
  }
  return isWhole;
}

/** Removes the revisions that are neither the newest nor in `needed` (of attempts not ended), and chunks nobody names any more. */
export async function pruneRevisions(
  database: LocalDatabase,
  bundle: string,
  needed: ReadonlySet<number>,
): Promise<void> {
  const newest = await installedRevision(database, bundle);
  await database.transaction('rw', database.revisions, database.chunks, async () => {
    const rows = await database.revisions.toArray();
    const stale = rows.filter(
      (row) => row.bundle === bundle && row.revision !== newest && !needed.has(row.revision),
    );
    const named = new Set(
      rows.filter((row) => !stale.includes(row)).flatMap((row) => chunkNames(row.manifest)),
    );
    await database.revisions.bulkDelete(stale.map((row) => [row.bundle, row.revision]));
    await database.chunks.filter((chunk) => !named.has(chunk.sha256)).delete();
  });
}

async function manifestOf(
  database: LocalDatabase,
  bundle: string,
  revision: number,
): Promise<Manifest | undefined> {
  const row = await database.revisions.get([bundle, revision]);
  if (row === undefined) return undefined;
  const manifest = readManifest(row.manifest);
  return typeof manifest === 'string' ? undefined : manifest;
}

function chunkNames(bytes: Uint8Array): readonly string[] {
  const manifest = readManifest(bytes);
  assert(typeof manifest !== 'string', 'an installed manifest was verified');
  return manifest.chunks.map((chunk) => chunk.sha256);
}
