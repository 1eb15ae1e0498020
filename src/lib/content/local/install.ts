import { bytesOfBase64url } from '#lib/base/bytes.ts';
import { digest, verify } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Installation } from '#lib/trust/installation.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import type { ChunkEntry, Manifest } from '../manifest.ts';
import { verifyChunk, verifyManifest, type ManifestRefusal } from '../verify.ts';
import { downloadChunk } from './download.ts';
import { installedRevision } from './revisions.ts';

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
  const installed = await installedRevision(database, bundle);
  const keys = publishers.flatMap((key) => bytesOfBase64url(key) ?? []);
  const verified = await verifyManifest(fetched.manifest, fetched.signature, keys, installed ?? 0, {
    verify,
    digest,
  });
  if (!verified.ok) return verified;
  const { manifest } = verified.value;
  try {
    const missing = await missingChunks(database, manifest);
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
    const { revision } = manifest;
    await database.revisions.put({
      bundle,
      revision,
      manifest: fetched.manifest,
      signature: fetched.signature,
    });
    return success(revision);
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}

/** The chunks of a manifest, in every language, that are not on the device yet. */
async function missingChunks(database: LocalDatabase, manifest: Manifest): Promise<readonly ChunkEntry[]> {
  const rows = await database.chunks.bulkGet(manifest.chunks.map((chunk) => chunk.sha256));
  return manifest.chunks.filter((_, index) => rows[index] === undefined);
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
): Promise<{ readonly manifest: Uint8Array; readonly signature: Uint8Array } | undefined> {
  try {
    const [manifest, signature] = await Promise.all([
      fetch(`/bundles/${bundle}/manifest.json`, { cache: 'no-store' }),
      fetch(`/bundles/${bundle}/manifest.sig`, { cache: 'no-store' }),
    ]);
    if (!manifest.ok) return undefined;
    return {
      manifest: new Uint8Array(await manifest.arrayBuffer()),
      signature: signature.ok ? new Uint8Array(await signature.arrayBuffer()) : new Uint8Array(0),
    };
  } catch {
    return undefined;
  }
}
