import type { Bank } from '#lib/adaptive/bank.ts';
import type { Json } from '#lib/base/canonical-json.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import { bankOf } from '../bank.ts';
import { challengeSet, type ChallengeSet } from '../challenge-set.ts';
import type { Manifest } from '../manifest.ts';
import { chunksFor } from '../verify.ts';
import { openChunk } from '../open-chunk.ts';
import { installedRevision, manifestOf } from './revisions.ts';

/** A revision as an assessment needs it: the manifest, the bank for the engine, the challenges with their words. */
export interface LoadedRevision {
  readonly manifest: Manifest;
  readonly bank: Bank;
  readonly content: ChallengeSet;
}

/** The newest revision of a bundle that is whole on the device, in one language; undefined when there is none. */
export async function loadNewest(
  database: LocalDatabase,
  bundle: string,
  language: ContentLocale,
): Promise<LoadedRevision | undefined> {
  const revision = await installedRevision(database, bundle);
  return revision === undefined ? undefined : loadRevision(database, bundle, revision, language);
}

/** A revision of a bundle in one language, or the bundle's own where it lacks that one; every chunk is verified again; undefined when a part is gone or damaged. */
export async function loadRevision(
  database: LocalDatabase,
  bundle: string,
  revision: number,
  language: ContentLocale,
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
