import type { ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';
import type { Words } from '../kind.ts';
import type { PrintStart } from './start.ts';

/** How the queue names a job: by its document and whose it is. */
export function jobTitle(
  job: string,
  start: PrintStart,
  plain: Words,
  words: ExerciseDictionary['print'],
): string {
  const other = start.jobs.find(({ id }) => id === job);
  return other === undefined
    ? `${plain(start.document.title)}, ${words.mine}`
    : `${plain(other.title)}, ${plain(other.by)}`;
}
