import { bytesOfBase64url } from '#lib/base/bytes.ts';
import { digest, verify } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Installation } from '#lib/trust/installation.ts';
import type { LocalDatabase, RevisionRow } from '#lib/local/database.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import type { ChunkEntry, Manifest } from '../manifest.ts';
import { verifyChunk, verifyManifest, type ManifestRefusal } from '../verify.ts';
import { downloadChunk, isPage } from './download.ts';
import { installedRevision, missingChunks } from './revisions.ts';

export type InstallRefusal = ManifestRefusal | StorageFailure | 'noNetwork' | 'damagedChunk';

/** How far an installation is, in bytes. */
export interface InstallProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Brings the newest revision of a bundle onto the device: the manifest, then only the chunks it lacks, each verified by its
 * digest; the revision is switched in one transaction once all are here. A refusal leaves the revision in use as it was.
 */
export async function installBundle(
  database: LocalDatabase,
  bundle: string,
  publishers: Installation['publishers'],
  told: (progress: InstallProgress) => void,
): Promise<Result<number, InstallRefusal>> {
  const fetched = await fetchManifest(bundle);
  if (fetched === undefined) return refusal('noNetwork');
  const keys = publishers.flatMap((key) => bytesOfBase64url(key) ?? []);
  try {
    const installed = (await installedRevision(database, bundle)) ?? 0;
    const ports = { verify, digest };
    const verified = await verifyManifest(fetched.manifest, fetched.signature, keys, installed, ports);
    if (!verified.ok) return verified;
    const { manifest } = verified.value;
    // Another bundle of the same publisher is well signed, too: it may not take this one's place.
    if (manifest.bundle !== bundle) return refusal('notAManifest', `${manifest.bundle} instead of ${bundle}`);
    const { revision } = manifest;
    // Another tab may clear away, at the same time, chunks that no revision names yet: they are fetched once more.
    for (let round = 1; round <= 2; round += 1) {
      const brought = await bringChunks(database, bundle, manifest.chunks, told);
      if (!brought.ok) return brought;
      if (await switchRevision(database, manifest, { bundle, revision, ...fetched }))
        return success(revision);
    }
    return refusal('damagedChunk', 'chunks were cleared away twice');
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}

/** Fetches those of these chunks that the device lacks, each verified by its digest; `told` hears how far it is. */
export async function bringChunks(
  database: LocalDatabase,
  bundle: string,
  entries: readonly ChunkEntry[],
  told: (progress: InstallProgress) => void,
): Promise<Result<'brought', InstallRefusal>> {
  const missing = await missingChunks(database, entries);
  const total = missing.reduce((sum, chunk) => sum + chunk.bytes, 0);
  let done = 0;
  told({ done, total });
  for (const entry of missing) {
    const before = done;
    const kept = await installChunk(database, bundle, entry, (bytes) => {
      done = Math.min(before + entry.bytes, done + bytes);
      told({ done, total });
    });
    if (!kept.ok) return kept;
    done = before + entry.bytes;
    told({ done, total });
  }
  return success('brought');
}

// Looked at and written in one transaction: a revision in use is never without a chunk. False when one is not here.
function switchRevision(database: LocalDatabase, manifest: Manifest, row: RevisionRow): Promise<boolean> {
  return database.transaction('rw', database.revisions, database.chunks, async () => {
    if ((await missingChunks(database, manifest.chunks)).length > 0) return false;
    await database.revisions.put(row);
    return true;
  });
}

async function installChunk(
  database: LocalDatabase,
  bundle: string,
  entry: ChunkEntry,
  arrived: (bytes: number) => void,
): Promise<Result<'kept', InstallRefusal>> {
  // A second try from the beginning: what was kept of a broken download may itself be what is wrong.
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const bytes = await downloadChunk(database, `/bundles/${bundle}/chunks/${entry.sha256}`, entry, arrived);
    if (bytes === undefined) return refusal('noNetwork');
    if (bytes.length < entry.bytes) {
      await database.partials.put({ sha256: entry.sha256, bytes });
      continue;
    }
    const opened = await verifyChunk(bytes, entry, digest);
    if (opened.ok) {
      await database.transaction('rw', database.chunks, database.partials, async () => {
        await database.chunks.put({ sha256: entry.sha256, bytes });
        await database.partials.delete(entry.sha256);
      });
      return success('kept');
    }
    await database.partials.delete(entry.sha256);
  }
  return refusal('damagedChunk', entry.name);
}

async function fetchManifest(
  bundle: string,
): Promise<Pick<RevisionRow, 'manifest' | 'signature'> | undefined> {
  try {
    const [manifest, signature] = await Promise.all([
      fetch(`/bundles/${bundle}/manifest.json`, { cache: 'no-store' }),
      fetch(`/bundles/${bundle}/manifest.sig`, { cache: 'no-store' }),
    ]);
    // A captive portal answers everything with its page: that is no network, not a forgery to be warned of.
    if (!manifest.ok || isPage(manifest) || isPage(signature)) return undefined;
    return {
      manifest: new Uint8Array(await manifest.arrayBuffer()),
      signature: signature.ok ? new Uint8Array(await signature.arrayBuffer()) : new Uint8Array(0),
    };
  } catch {
    return undefined;
  }
}
