import type { Bank } from '#lib/adaptive/bank.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import { bankOf } from '../bank.ts';
import type { ChallengeSet } from '../challenge-set.ts';
import { challengesByArea } from '../challenges-by-area.ts';
import type { Manifest } from '../manifest.ts';
import { chunksFor, verifyChunk } from '../verify.ts';
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
  const chunks = await Promise.all(
    entries.map(async (entry, index) => {
      const bytes = rows[index]?.bytes;
      return bytes && (await verifyChunk(bytes, entry, digest)).ok ? { entry, bytes } : undefined;
    }),
  );
  const whole = chunks.filter((chunk) => chunk !== undefined);
  const content = whole.length === chunks.length ? challengesByArea(manifest, whole) : undefined;
  if (content?.ok !== true) return undefined;
  return { manifest, bank: bankOf(manifest.items, content.value.framework), content: content.value };
}
