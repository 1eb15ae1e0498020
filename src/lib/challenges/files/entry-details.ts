import { dateFormat } from '#lib/i18n/formats.ts';
import type { ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';
import { dataSize } from '#lib/ui/data-size.ts';
import { weightOf, type Entry, type FilesState } from './state.ts';
import { childrenOf } from './tree.ts';

/** What stands under a name: the kind, then the date and the size of a file, or how much a folder holds. */
export function entryDetails(
  state: FilesState,
  entry: Entry,
  words: ExerciseDictionary['files'],
  locale: string,
): string {
  const parts: string[] = [words.kinds[entry.kind]];
  if (entry.kind === 'folder') parts.push(words.inside(childrenOf(state.entries, entry.id).length));
  if (entry.date !== '') parts.push(dateOf(entry.date, locale));
  else if (entry.holds.length > 0) parts.push(words.justNow);
  const size = weightOf(state, entry);
  if (size > 0) parts.push(dataSize(size * 1_000_000, locale));
  return parts.join('\u00a0· ');
}

function dateOf(date: string, locale: string): string {
  const format = dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  return format.format(new Date(date));
}
