import { letterOf, type Letter } from './letter.ts';
import type { MailFolder, MailStart } from './start.ts';
import type { MailState } from './state.ts';

/** The messages of a folder, the newest first: what was sent during the exercise, then by date. */
export function listing(state: MailState, start: MailStart, folder: MailFolder): readonly Letter[] {
  const letters = state.messages
    .filter((message) => message.in === folder)
    .flatMap((message) => letterOf(state, start, message.id) ?? []);
  const [fresh, dated] = [
    letters.filter(({ date }) => date === ''),
    letters.filter(({ date }) => date !== ''),
  ];
  return [...fresh.reverse(), ...dated.sort((left, right) => (left.date < right.date ? 1 : -1))];
}

/** How many messages of a folder were not read yet. */
export function unreadCount(state: MailState, folder: MailFolder): number {
  return state.messages.filter((message) => message.in === folder && !message.read).length;
}
