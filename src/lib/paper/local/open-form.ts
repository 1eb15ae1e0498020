import { refusal, success, type Result } from '#lib/base/result.ts';
import { loadNewest, loadRevision, type LoadedRevision } from '#lib/content/local/load-revision.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { formCodeOf, readFormCode, type FormCode } from '../form-code.ts';

/** Why a code opens no form: it is none, it does not go with its questions, or those have changed since. */
export type FormRefusal = 'notACode' | 'misread' | 'otherRevision' | 'noContent';

/** The form of a code, and the revision to grade it by: the newest where its questions are the same, else its own where that is still on the device. */
export async function openForm(
  database: LocalDatabase,
  bundle: string,
  typed: string,
  language: ContentLocale,
): Promise<Result<{ readonly code: FormCode; readonly loaded: LoadedRevision }, FormRefusal>> {
  const code = readFormCode(typed);
  if (code === undefined) return refusal('notACode');
  const newest = await loadNewest(database, bundle, language);
  if (newest === undefined) return refusal('noContent');
  if (isOf(code, newest)) return success({ code, loaded: newest });
  if (code.revision === newest.manifest.revision) return refusal('misread');
  const own = await loadRevision(database, bundle, code.revision, language);
  return own !== undefined && isOf(code, own) ? success({ code, loaded: own }) : refusal('otherRevision');
}

function isOf(code: FormCode, { manifest, content }: LoadedRevision): boolean {
  return formCodeOf(code.letter, manifest, content)?.check === code.check;
}
