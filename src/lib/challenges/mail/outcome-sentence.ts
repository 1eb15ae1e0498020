import type { ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';
import type { Words } from '../kind.ts';
import type { MailAction } from './action.ts';
import { letterOf, personOf } from './letter.ts';
import type { MailStart } from './start.ts';
import { recipientsOf, type MailState } from './state.ts';

/** What an action that was done did, in a sentence for the learner. `before` is the state it was done in. */
export function outcomeSentence(
  action: MailAction,
  before: MailState,
  start: MailStart,
  words: ExerciseDictionary['mail'],
  plain: Words,
  nameOf: (person: string) => string,
): string {
  const said = words.did;
  const letter =
    'id' in action ? letterOf(before, start, action.id) : letterOf(before, start, before.reading);
  const fileName = (id: string): string => {
    const all = [...start.documents, ...start.messages.flatMap((message) => message.attachments)];
    return plain(all.find((each) => each.id === id)?.name ?? '');
  };
  switch (action.do) {
    case 'enter':
      return said.entered(words.folderNames[action.folder]);
    case 'read':
      return said.read(plain(letter?.subject ?? ''));
    case 'close':
      return before.writing && before.touched ? said.kept : said.closed;
    case 'details':
      return said.details(personOf(start, letter?.from ?? '').address);
    case 'move':
      return said.move(words.folderNames[action.to]);
    case 'block':
      return said.block(nameOf(letter?.from ?? ''));
    case 'compose':
    case 'reply':
    case 'replyAll':
    case 'forward':
      return said.writing;
    case 'add':
    case 'remove':
      return said[action.do](nameOf(action.contact), words.fields[action.field]);
    case 'subject':
      return 'id' in action
        ? said.subject(plain(start.subjects.find(({ id }) => id === action.id)?.text ?? ''))
        : '';
    case 'openAttachment':
    case 'attach':
    case 'detach':
      return said[action.do](fileName(action.id));
    case 'send':
      return said.send(before.draft === null ? '' : recipientsOf(before.draft).map(nameOf).join(', '));
    case 'body':
      return '';
    default:
      return said[action.do];
  }
}
