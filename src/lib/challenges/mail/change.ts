import type { Words } from '../kind.ts';
import type { MailAction, RecipientField } from './action.ts';
import { newDraft } from './draft.ts';
import { letterOf } from './letter.ts';
import { refusalOf } from './refusal.ts';
import type { MailFolder, MailStart } from './start.ts';
import { placedOf, type Draft, type MailState, type Placed } from './state.ts';

/** The state after an action; the very same state when the action is impossible. */
export function changeMail(state: MailState, action: MailAction, start: MailStart, words: Words): MailState {
  if (refusalOf(state, action, start) !== undefined) return state;
  switch (action.do) {
    case 'enter':
      return { ...withDraftLeft(state), folder: action.folder, reading: '', details: false };
    case 'read':
      return opened(withDraftLeft(state), action.id);
    case 'close':
      return state.writing ? withDraftLeft(state) : { ...state, reading: '', details: false };
    case 'details':
      return { ...state, details: true, detailsSeen: withMember(state.detailsSeen, state.reading) };
    case 'openAttachment':
      return { ...state, attachmentsOpened: withMember(state.attachmentsOpened, action.id) };
    case 'follow':
      return { ...state, linksFollowed: withMember(state.linksFollowed, action.id) };
    case 'move':
      return moved(state, action.id, action.to);
    case 'delete':
      return moved(state, action.id, 'trash');
    case 'report':
      return withPlaced(moved(state, action.id, 'spam'), action.id, { reported: true });
    case 'block': {
      const sender = letterOf(state, start, action.id)?.from ?? '';
      return { ...state, blocked: withMember(state.blocked, sender) };
    }
    case 'compose':
      return state.draft !== null && state.touched
        ? { ...state, writing: true }
        : withDraft(state, newDraft('new', '', state, start, words));
    case 'reply':
    case 'replyAll':
    case 'forward':
      return withDraft(state, newDraft(action.do, action.id, state, start, words));
    case 'send':
      return sent(state);
    case 'discard':
      return { ...state, draft: null, touched: false, writing: false };
    default:
      return state.draft === null
        ? state
        : { ...state, draft: { ...state.draft, ...written(state.draft, action) }, touched: true };
  }
}

/** What an action changes in the draft. */
function written(draft: Draft, action: MailAction): Partial<Draft> {
  switch (action.do) {
    case 'add': {
      const elsewhere = (field: RecipientField): readonly string[] => without(draft[field], action.contact);
      const fields = { to: elsewhere('to'), cc: elsewhere('cc'), bcc: elsewhere('bcc') };
      return { ...fields, [action.field]: [...fields[action.field], action.contact] };
    }
    case 'remove':
      return { [action.field]: without(draft[action.field], action.contact) };
    case 'subject':
      return 'id' in action ? { subjectId: action.id, subject: '' } : { subjectId: '', subject: action.text };
    case 'phrase':
      return { phrases: withMember(draft.phrases, action.id) };
    case 'unphrase':
      return { phrases: without(draft.phrases, action.id) };
    case 'body':
      return { body: action.text };
    case 'attach':
      return { attachments: withMember(draft.attachments, action.id) };
    case 'detach':
      return { attachments: without(draft.attachments, action.id) };
    default:
      return {};
  }
}

function opened(state: MailState, id: string): MailState {
  const folder = placedOf(state, id)?.in ?? state.folder;
  return { ...withPlaced(state, id, { read: true }), folder, reading: id, details: false };
}

function moved(state: MailState, id: string, to: MailFolder): MailState {
  const next = withPlaced(state, id, { in: to });
  return state.reading === id ? { ...next, reading: '', details: false } : next;
}

function sent(state: MailState): MailState {
  if (state.draft === null) return state;
  const id = `sent~${state.sent.length + 1}`;
  const placed: Placed = { id, in: 'sent', first: 'sent', read: true, reported: false };
  return {
    ...state,
    messages: [...state.messages, placed],
    sent: [...state.sent, { ...state.draft, id }],
    draft: null,
    touched: false,
    writing: false,
  };
}

function withDraft(state: MailState, draft: Draft): MailState {
  return { ...state, draft, touched: false, writing: true };
}

function withDraftLeft(state: MailState): MailState {
  return { ...state, draft: state.touched ? state.draft : null, writing: false };
}

function withPlaced(state: MailState, id: string, change: Partial<Placed>): MailState {
  return {
    ...state,
    messages: state.messages.map((message) => (message.id === id ? { ...message, ...change } : message)),
  };
}

function withMember(members: readonly string[], member: string): readonly string[] {
  return members.includes(member) ? members : [...members, member];
}

function without(members: readonly string[], member: string): readonly string[] {
  return members.filter((each) => each !== member);
}
