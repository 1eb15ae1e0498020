import type { MailFolder, MailStart } from './start.ts';

/** Where a message stands; its words stay in the start. Type aliases: only these are known to be plain JSON. */
export type Placed = {
  readonly id: string;
  readonly in: MailFolder;
  /** The folder it came to first: only what the learner wrote may go back to `sent` or `drafts`. */
  readonly first: MailFolder;
  readonly read: boolean;
  readonly reported: boolean;
};

export type DraftOrigin = 'new' | 'reply' | 'replyAll' | 'forward';

/** A message that the learner writes. People are contact ids, `me`, or a stranger's address. */
export type Draft = {
  readonly how: DraftOrigin;
  /** The message answered or forwarded; empty for a new one. */
  readonly about: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  /** The id of a subject that was tapped; then `subject` is empty. */
  readonly subjectId: string;
  readonly subject: string;
  readonly phrases: readonly string[];
  readonly body: string;
  readonly attachments: readonly string[];
};

export type Sent = Draft & { readonly id: string };

/** The whole of the simulator, as plain data. */
export type MailState = {
  readonly folder: MailFolder;
  /** The message that is open; empty when none is. */
  readonly reading: string;
  /** Whether the sender's full address is shown. */
  readonly details: boolean;
  readonly messages: readonly Placed[];
  readonly sent: readonly Sent[];
  readonly draft: Draft | null;
  /** Whether anything was written in the draft: left untouched, it is thrown away without a word. */
  readonly touched: boolean;
  /** Whether the draft is in front of the learner. */
  readonly writing: boolean;
  readonly blocked: readonly string[];
  readonly attachmentsOpened: readonly string[];
  readonly linksFollowed: readonly string[];
  readonly detailsSeen: readonly string[];
};

/** The mailbox as the learner finds it. */
export function beginMail(start: MailStart): MailState {
  return {
    folder: 'inbox',
    reading: '',
    details: false,
    messages: start.messages.map((message) => ({
      id: message.id,
      in: message.in,
      first: message.in,
      read: !message.unread,
      reported: false,
    })),
    sent: [],
    draft: null,
    touched: false,
    writing: false,
    blocked: [],
    attachmentsOpened: [],
    linksFollowed: [],
    detailsSeen: [],
  };
}

/** Where the message with an id stands; undefined when there is none. */
export function placedOf(state: MailState, id: string): Placed | undefined {
  return state.messages.find((message) => message.id === id);
}

/** Everybody a draft is addressed to. */
export function recipientsOf(draft: Draft): readonly string[] {
  return [...draft.to, ...draft.cc, ...draft.bcc];
}
