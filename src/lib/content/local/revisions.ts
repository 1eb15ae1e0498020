import { digest } from '#lib/base/platform/crypto.ts';
import { assert } from '#lib/base/assert.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { chunksIn, readManifest, type ChunkEntry, type Manifest } from '../manifest.ts';
import { verifyChunk } from '../verify.ts';

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

/** Whether every chunk of a revision, in every language, is on the device; a look at addresses only, cheap enough for each opening. */
export async function isComplete(
  database: LocalDatabase,
  bundle: string,
  revision: number,
): Promise<boolean> {
  const manifest = await manifestOf(database, bundle, revision);
  return manifest !== undefined && (await missingChunks(database, manifest.chunks)).length === 0;
}

/** Of these chunks, those that are not on the device. */
export async function missingChunks(
  database: LocalDatabase,
  entries: readonly ChunkEntry[],
): Promise<readonly ChunkEntry[]> {
  const addresses = entries.map((chunk) => chunk.sha256);
  const here = new Set(await database.chunks.where('sha256').anyOf(addresses).primaryKeys());
  return entries.filter((chunk) => !here.has(chunk.sha256));
}

/** Whether every chunk of a revision, in every language, is here byte for byte; what is not is thrown away to be fetched again. */
export async function verifyRevision(
  database: LocalDatabase,
  bundle: string,
  revision: number,
): Promise<boolean> {
  const manifest = await manifestOf(database, bundle, revision);
  return manifest !== undefined && (await verifyChunks(database, manifest.chunks));
}

/** Whether these chunks are here byte for byte; what is not is thrown away to be fetched again. */
export async function verifyChunks(
  database: LocalDatabase,
  entries: readonly ChunkEntry[],
): Promise<boolean> {
  let isWhole = true;
  for (const entry of entries) {
    const row = await database.chunks.get(entry.sha256);
    if (row !== undefined && (await verifyChunk(row.bytes, entry, digest)).ok) continue;
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
  await database.transaction('rw', database.revisions, database.chunks, async () => {
    // Read here and not before: another tab may be switching to a newer revision.
    const newest = await installedRevision(database, bundle);
    const rows = await database.revisions.toArray();
    const stale = rows.filter(
      (row) => row.bundle === bundle && row.revision !== newest && !needed.has(row.revision),
    );
    const named = new Set(
      rows.filter((row) => !stale.includes(row)).flatMap((row) => chunkNames(row.manifest)),
    );
    await database.revisions.bulkDelete(stale.map((row) => [row.bundle, row.revision]));
    const kept = await database.chunks.toCollection().primaryKeys();
    await database.chunks.bulkDelete(kept.filter((sha256) => !named.has(sha256)));
  });
}

/** The manifest of a revision that is on the device; undefined when it is not. */
export async function manifestOf(
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
  return chunksIn(manifest).map((chunk) => chunk.sha256);
}
