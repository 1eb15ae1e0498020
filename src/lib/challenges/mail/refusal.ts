import type { MailAction } from './action.ts';
import { attachables, attachmentsOf, letterOf, reachable } from './letter.ts';
import type { MailFolder, MailStart } from './start.ts';
import { placedOf, recipientsOf, type Draft, type MailState, type Placed } from './state.ts';

/** Why an action is impossible. */
export type Refusal =
  'missing' | 'alreadyDone' | 'noDraft' | 'draftOpen' | 'noRecipient' | 'tooBig' | 'ownMessage';

/** Why an action cannot be done in this state; undefined when it can. */
export function refusalOf(state: MailState, action: MailAction, start: MailStart): Refusal | undefined {
  switch (action.do) {
    case 'enter':
    case 'close':
    case 'compose':
      return undefined;
    case 'read':
      return placedOf(state, action.id) === undefined ? 'missing' : undefined;
    case 'details':
    case 'follow':
      return state.reading === '' ? 'missing' : undefined;
    case 'openAttachment': {
      const attached = letterOf(state, start, state.reading)?.attachments ?? [];
      return attached.some((each) => each.id === action.id) ? undefined : 'missing';
    }
    case 'move':
    case 'delete': {
      const message = placedOf(state, action.id);
      return message === undefined
        ? 'missing'
        : moveRefusal(message, action.do === 'move' ? action.to : 'trash');
    }
    case 'report':
    case 'block':
      return senderRefusal(state, action.do, action.id, start);
    case 'reply':
    case 'replyAll':
    case 'forward': {
      const message = placedOf(state, action.id);
      if (message === undefined || message.first === 'drafts') return 'missing';
      return state.draft !== null && state.touched ? 'draftOpen' : undefined;
    }
    default:
      return state.draft === null ? 'noDraft' : draftRefusal(state.draft, action, start);
  }
}

/** The folders that a message may be moved to: what the learner did not write never goes to `sent` or `drafts`. */
export function destinations(message: Placed): readonly MailFolder[] {
  const all: readonly MailFolder[] = ['inbox', 'spam', 'trash'];
  return [...new Set([message.first, ...all])].filter((folder) => folder !== message.in);
}

function moveRefusal(message: Placed, to: MailFolder): Refusal | undefined {
  if (message.in === to) return 'alreadyDone';
  return destinations(message).includes(to) ? undefined : 'missing';
}

function senderRefusal(
  state: MailState,
  wish: 'report' | 'block',
  id: string,
  start: MailStart,
): Refusal | undefined {
  const letter = letterOf(state, start, id);
  const message = placedOf(state, id);
  if (letter === undefined || message === undefined) return 'missing';
  if (letter.from === 'me') return 'ownMessage';
  const isDone = wish === 'report' ? message.reported : state.blocked.includes(letter.from);
  return isDone ? 'alreadyDone' : undefined;
}

function draftRefusal(draft: Draft, action: MailAction, start: MailStart): Refusal | undefined {
  switch (action.do) {
    case 'add':
      if (!reachable(start, draft).includes(action.contact)) return 'missing';
      return draft[action.field].includes(action.contact) ? 'alreadyDone' : undefined;
    case 'remove':
      return draft[action.field].includes(action.contact) ? undefined : 'missing';
    case 'subject':
      return 'text' in action || start.subjects.some((subject) => subject.id === action.id)
        ? undefined
        : 'missing';
    case 'phrase':
      if (!start.phrases.some((phrase) => phrase.id === action.id)) return 'missing';
      return draft.phrases.includes(action.id) ? 'alreadyDone' : undefined;
    case 'unphrase':
      return draft.phrases.includes(action.id) ? undefined : 'missing';
    case 'attach':
      return attachRefusal(draft, action.id, start);
    case 'detach':
      return draft.attachments.includes(action.id) ? undefined : 'missing';
    case 'send':
      return recipientsOf(draft).length === 0 ? 'noRecipient' : undefined;
    default:
      return undefined;
  }
}

function attachRefusal(draft: Draft, id: string, start: MailStart): Refusal | undefined {
  const wanted = attachables(start, draft).find((each) => each.id === id);
  if (wanted === undefined) return 'missing';
  if (draft.attachments.includes(id)) return 'alreadyDone';
  const total = attachmentsOf(start, draft).reduce((sum, each) => sum + each.size, wanted.size);
  return start.attachmentLimit !== undefined && total > start.attachmentLimit ? 'tooBig' : undefined;
}
