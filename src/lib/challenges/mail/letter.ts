import type { Attachment, MailStart } from './start.ts';
import type { Draft, MailState } from './state.ts';

/** A message as it is read, whoever wrote it; texts are references or plain words. */
export interface Letter {
  readonly id: string;
  /** `me`, a contact's id, or a stranger's address. */
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  /** The author's formatted text; empty for what the learner wrote. */
  readonly body: string;
  /** The sentences that the learner tapped. */
  readonly phrases: readonly string[];
  /** What the learner typed. */
  readonly typed: string;
  readonly attachments: readonly Attachment[];
  /** Empty for what was sent during the exercise. */
  readonly date: string;
}

export interface Person {
  readonly name: string;
  readonly address: string;
}

/** The message with an id, received or sent; undefined when there is none. */
export function letterOf(state: MailState, start: MailStart, id: string): Letter | undefined {
  const message = start.messages.find((each) => each.id === id);
  if (message !== undefined) {
    const from = typeof message.from === 'string' ? message.from : message.from.address;
    return { ...message, from, bcc: [], phrases: [], typed: '' };
  }
  const sent = state.sent.find((each) => each.id === id);
  if (sent === undefined) return undefined;
  return {
    id,
    from: 'me',
    to: sent.to,
    cc: sent.cc,
    bcc: sent.bcc,
    subject: subjectOf(start, sent),
    body: '',
    phrases: sent.phrases.map((phrase) => start.phrases.find((each) => each.id === phrase)?.text ?? ''),
    typed: sent.body,
    attachments: attachmentsOf(start, sent),
    date: '',
  };
}

/** The subject of a draft: the reference of the one tapped, or what was typed. */
export function subjectOf(start: MailStart, draft: Draft): string {
  return start.subjects.find((subject) => subject.id === draft.subjectId)?.text ?? draft.subject;
}

/** What is attached to a draft. */
export function attachmentsOf(start: MailStart, draft: Draft): readonly Attachment[] {
  return draft.attachments.flatMap((id) => attachables(start, draft).filter((each) => each.id === id));
}

/** What may be attached: the learner's documents, and what came with the message that is forwarded. */
export function attachables(start: MailStart, draft: Draft): readonly Attachment[] {
  const original =
    draft.how === 'forward' ? start.messages.find((message) => message.id === draft.about) : undefined;
  const came = original?.attachments ?? [];
  return [...start.documents, ...start.messages.flatMap((message) => message.attachments)].filter(
    (each) => start.documents.includes(each) || came.includes(each) || draft.attachments.includes(each.id),
  );
}

/** Who can be tapped as a recipient: the contacts, the learner, and a stranger whose message is answered. */
export function reachable(start: MailStart, draft: Draft): readonly string[] {
  const known = [...start.contacts.map((contact) => contact.id), 'me'];
  const from = start.messages.find((message) => message.id === draft.about)?.from;
  return from === undefined || typeof from === 'string' ? known : [from.address, ...known];
}

/** Who stands behind a contact's id, `me`, or a stranger's address. */
export function personOf(start: MailStart, reference: string): Person {
  if (reference === 'me') return start.me;
  const contact = start.contacts.find((each) => each.id === reference);
  if (contact !== undefined) return contact;
  for (const { from } of start.messages) {
    if (typeof from !== 'string' && from.address === reference) return from;
  }
  return { name: reference, address: reference };
}
