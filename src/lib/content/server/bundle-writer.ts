import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sameBytes } from '#lib/base/bytes.ts';
import type { Sign } from '#lib/base/ports.ts';
import type { CompiledBundle } from '../compile.ts';
import { manifestBytes, type Manifest } from '../manifest.ts';
import { signedBytes } from '../verify.ts';
import { chunkPath, ifThere, manifestPath, signaturePath, writeWhole } from './bundle-files.ts';
import { chunkBytes, publishedManifest } from './bundle-reader.ts';

/** What writing a bundle did. */
export interface WrittenBundle {
  readonly bundle: string;
  readonly revision: number;
  /** False when the content is the same as that of the revision in use. */
  readonly isNew: boolean;
  readonly isSigned: boolean;
}

/** How a bundle is written. */
export interface WritingOptions {
  /** Signs at once, so that no unsigned revision is ever in use. */
  readonly sign?: Sign | undefined;
  /** The next revision is above this one: for a folder that lost its past. */
  readonly after?: number | undefined;
}

/** Writes a compiled bundle as the next revision, unless nothing changed; earlier revisions and their chunks stay. */
export async function writeBundle(
  folder: string,
  { manifest: content, chunks }: CompiledBundle,
  { sign, after = 0 }: WritingOptions = {},
): Promise<WrittenBundle> {
  const { bundle } = content;
  const current = await publishedManifest(folder, bundle);
  const previous = Math.max(after, current?.manifest.revision ?? 0, await lastRevision(folder, bundle));
  // A manifest names every chunk by its digest: the same manifest is the same content.
  const isSame =
    current !== undefined && sameBytes(current.bytes, bytesAt(content, current.manifest.revision));
  const isNew = !isSame || previous > current.manifest.revision;
  const revision = isNew ? previous + 1 : current.manifest.revision;
  for (const [sha256, bytes] of chunks) {
    const stored = await chunkBytes(folder, bundle, sha256);
    if (stored === undefined || !sameBytes(stored, bytes))
      await writeWhole(chunkPath(folder, bundle, sha256), bytes);
  }
  const bytes = bytesAt(content, revision);
  const signature = sign === undefined ? undefined : await sign(signedBytes(bytes));
  if (isNew) await writeWhole(manifestPath(folder, bundle, revision), bytes);
  if (signature !== undefined) await writeWhole(signaturePath(folder, bundle, revision), signature);
  if (isNew && signature === undefined) await rm(signaturePath(folder, bundle), { force: true });
  if (signature !== undefined) await writeWhole(signaturePath(folder, bundle), signature);
  if (isNew) await writeWhole(manifestPath(folder, bundle), bytes);
  const isSigned = signature !== undefined || (!isNew && current.signature !== undefined);
  return { bundle, revision, isNew, isSigned };
}

/** Signs the revision in use; undefined when there is no such bundle. */
export async function signBundle(
  folder: string,
  bundle: string,
  sign: Sign,
): Promise<WrittenBundle | undefined> {
  const current = await publishedManifest(folder, bundle);
  if (current === undefined) return undefined;
  const { revision } = current.manifest;
  const signature = await sign(signedBytes(current.bytes));
  await writeWhole(signaturePath(folder, bundle, revision), signature);
  await writeWhole(signaturePath(folder, bundle), signature);
  return { bundle, revision, isNew: false, isSigned: true };
}

function bytesAt(content: CompiledBundle['manifest'], revision: number): Uint8Array {
  const manifest: Manifest = { ...content, revision };
  return manifestBytes(manifest);
}

/** The highest revision ever written here: a number is never given twice, even when the one in use was taken back. */
async function lastRevision(folder: string, bundle: string): Promise<number> {
  const names = (await ifThere(readdir(join(folder, bundle)))) ?? [];
  return Math.max(0, ...names.map((name) => Number(/^manifest-(\d+)\.json$/.exec(name)?.[1] ?? 0)));
}
