import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

// <folder>/<bundle>/manifest.json, manifest.sig             the revision in use, for plain file servers
// <folder>/<bundle>/manifest-<revision>.json and .sig       every revision: attempts remember theirs
// <folder>/<bundle>/chunks/<sha256>                         every chunk of every revision

/** Whether a name may be that of a bundle; whatever else comes from outside never becomes a path. */
export function isBundleName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(name);
}

/** Whether a text is a chunk's address. */
export function isChunkAddress(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** The file of a bundle's manifest: the one in use, or that of a revision. */
export function manifestPath(folder: string, bundle: string, revision?: number): string {
  return join(folder, bundle, revision === undefined ? 'manifest.json' : `manifest-${revision}.json`);
}

/** The file of a manifest's signature: that of the one in use, or of a revision. */
export function signaturePath(folder: string, bundle: string, revision?: number): string {
  return join(folder, bundle, revision === undefined ? 'manifest.sig' : `manifest-${revision}.sig`);
}

/** The file of a chunk. */
export function chunkPath(folder: string, bundle: string, sha256: string): string {
  return join(folder, bundle, 'chunks', sha256);
}

/** Writes a file in one go: a reader sees the old one or the new one, never a part, even after a power cut. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.new`;
  await writeFile(beside, bytes, { flush: true });
  await rename(beside, path);
}

/** What a reading gives, or undefined when there is no such file. */
export async function ifThere<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
