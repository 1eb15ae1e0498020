import type { ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';
import type { Words } from '../kind.ts';
import type { Block } from './block.ts';
import type { BlocksStart } from './start.ts';

/** What a block orders, as its line and its button say it. */
export function blockWords(
  { type, of, value, test }: Block,
  start: BlocksStart,
  plain: Words,
  words: ExerciseDictionary['blocks'],
): string {
  const named = [...start.signs, ...start.variables].find(({ id }) => id === of);
  const asked = start.tests.find(({ id }) => id === test);
  return words.block[type](plain(named?.text ?? ''), String(value), plain(asked?.text ?? ''));
}
