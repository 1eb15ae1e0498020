import { readdir, readFile } from 'node:fs/promises';
import type { Digest } from '#lib/base/ports.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import { challengeSet, type ChallengeSet } from '../challenge-set.ts';
import { readManifest, type ItemEntry, type Manifest } from '../manifest.ts';
import { chunksFor } from '../verify.ts';
import { openChunk } from '../open-chunk.ts';
import {
  chunkPath,
  ifThere,
  isBundleName,
  isChunkAddress,
  manifestPath,
  signaturePath,
} from './bundle-files.ts';

/** A manifest as it is published: its bytes are what is signed and sent. */
export interface PublishedManifest {
  readonly manifest: Manifest;
  readonly bytes: Uint8Array;
  /** Undefined until it is signed; devices refuse it until then. */
  readonly signature: Uint8Array | undefined;
}

/** The names of the bundles in a folder, in order; none when there is no folder. */
export async function bundlesIn(folder: string): Promise<readonly string[]> {
  const entries = (await ifThere(readdir(folder, { withFileTypes: true }))) ?? [];
  return entries
    .filter((entry) => entry.isDirectory() && isBundleName(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** The manifest of a bundle, the one in use unless a revision is told; undefined when there is none that can be read. */
export async function publishedManifest(
  folder: string,
  bundle: string,
  revision?: number,
): Promise<PublishedManifest | undefined> {
  if (!isBundleName(bundle) || (revision !== undefined && !Number.isSafeInteger(revision))) return undefined;
  const bytes = await ifThere(readFile(manifestPath(folder, bundle, revision)));
  const manifest = bytes && readManifest(bytes);
  if (bytes === undefined || manifest === undefined || typeof manifest === 'string') return undefined;
  // Always the revision's own signature: the pair in use is two files, and may be caught between the two.
  const signature = await ifThere(readFile(signaturePath(folder, bundle, manifest.revision)));
  return { manifest, bytes, signature };
}

/** The items of a revision, in the order of their numbers on the wire; undefined when it is not known here. */
export async function itemsOf(
  folder: string,
  bundle: string,
  revision: number,
): Promise<readonly ItemEntry[] | undefined> {
  return (await publishedManifest(folder, bundle, revision))?.manifest.items;
}

/** The compressed bytes of a chunk, or undefined when there is none of that address. */
export async function chunkBytes(
  folder: string,
  bundle: string,
  sha256: string,
): Promise<Uint8Array | undefined> {
  if (!isBundleName(bundle) || !isChunkAddress(sha256)) return undefined;
  return ifThere(readFile(chunkPath(folder, bundle, sha256)));
}

/** The challenges of a revision in a language, to judge responses again; undefined when a part is not here or is damaged. */
export async function contentOf(
  folder: string,
  bundle: string,
  revision: number,
  language: ContentLocale,
  digest: Digest,
): Promise<ChallengeSet | undefined> {
  const published = await publishedManifest(folder, bundle, revision);
  if (published === undefined) return undefined;
  const contents: unknown[] = [];
  for (const entry of chunksFor(published.manifest, language)) {
    const bytes = await chunkBytes(folder, bundle, entry.sha256);
    const opened = bytes && (await openChunk(bytes, entry, digest));
    if (opened?.ok !== true) return undefined;
    contents.push(opened.value);
  }
  const set = challengeSet(contents);
  return set.ok ? set.value : undefined;
}
