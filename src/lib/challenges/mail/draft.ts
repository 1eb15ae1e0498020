import type { Words } from '../kind.ts';
import { letterOf, type Letter } from './letter.ts';
import type { MailStart } from './start.ts';
import type { Draft, DraftOrigin, MailState } from './state.ts';

const blank: Draft = {
  how: 'new',
  about: '',
  to: [],
  cc: [],
  bcc: [],
  subjectId: '',
  subject: '',
  phrases: [],
  body: '',
  attachments: [],
};

/** A fresh draft: blank, or with the people, subject and attachments that an answer or a forward begins with. */
export function newDraft(
  how: DraftOrigin,
  about: string,
  state: MailState,
  start: MailStart,
  words: Words,
): Draft {
  const letter = letterOf(state, start, about);
  if (letter === undefined) return blank;
  const subject = words(letter.subject);
  if (how === 'forward') {
    const attachments = letter.attachments.map((attachment) => attachment.id);
    return { ...blank, how, about, subject: prefixed('Fwd: ', subject), attachments };
  }
  return { ...blank, how, about, ...answered(letter, how), subject: prefixed('Re: ', subject) };
}

/** Who receives an answer. An answer to one's own message goes to those who received that one. */
function answered(letter: Letter, how: DraftOrigin): Pick<Draft, 'to' | 'cc'> {
  if (letter.from === 'me') return { to: letter.to, cc: how === 'replyAll' ? letter.cc : [] };
  if (how === 'reply') return { to: [letter.from], cc: [] };
  const to = [...new Set([letter.from, ...letter.to.filter((person) => person !== 'me')])];
  return { to, cc: letter.cc.filter((person) => person !== 'me' && !to.includes(person)) };
}

/** « Re: » and « Fwd: » are written alike in all languages; never twice. */
function prefixed(prefix: string, subject: string): string {
  return subject.toLowerCase().startsWith(prefix.trim().toLowerCase()) ? subject : prefix + subject;
}
