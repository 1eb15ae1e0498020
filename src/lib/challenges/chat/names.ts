import type { ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';
import type { Words } from '../kind.ts';
import type { ChatStart } from './start.ts';
import type { Message } from './state.ts';

/** A person's name as conversations show it: a stranger is named as one. */
export function personName(
  person: string,
  start: ChatStart,
  plain: Words,
  words: ExerciseDictionary['chat'],
): string {
  const found = start.people.find(({ id }) => id === person);
  if (found === undefined) return person;
  return found.known ? plain(found.name) : words.stranger(plain(found.name));
}

/** What stands for a message where there is no room for all of it: its text, its page or its document. */
export function messageName(message: Message, plain: Words): string {
  return plain(message.text) || plain(message.link?.title ?? message.file);
}
