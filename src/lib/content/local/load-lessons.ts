import * as v from 'valibot';
import { digest } from '#lib/base/platform/crypto.ts';
import { localDatabase } from '#lib/local/database.ts';
import { lessonChunkSchema, type Lesson } from '../lesson.ts';
import { openChunk } from '../open-chunk.ts';
import { installedRevision, manifestOf } from './revisions.ts';

/** The lessons of a revision in one language. */
export interface LoadedLessons {
  readonly revision: number;
  readonly lessons: readonly Lesson[];
}

/** The lessons of the revision in use, verified again; none when there are none, or they are not here yet. */
export async function loadLessons(bundle: string, language: string): Promise<LoadedLessons | undefined> {
  const database = localDatabase();
  const revision = await installedRevision(database, bundle);
  if (revision === undefined) return undefined;
  const manifest = await manifestOf(database, bundle, revision);
  const entry = manifest?.lessons?.find((chunk) => chunk.language === language);
  const bytes = entry && (await database.chunks.get(entry.sha256))?.bytes;
  const opened = bytes && (await openChunk(bytes, entry, digest));
  if (!opened?.ok) return undefined;
  const parsed = v.safeParse(lessonChunkSchema, opened.value);
  return parsed.success ? { revision, lessons: parsed.output.lessons } : undefined;
}
