import type { ChatAction } from './action.ts';
import type { ChatStart } from './start.ts';
import { blankMessage, messageOf, type Call, type ChatState, type Message } from './state.ts';

type Done<Name> = Extract<ChatAction, { do: Name }>;

/** The conversations after an action, answers included; one that is impossible leaves them as they are. */
export function changeChat(state: ChatState, action: ChatAction, start: ChatStart): ChatState {
  const next = acted(state, action, start);
  return next === state ? state : answeredBy(next, eventsOf(action, state), start);
}

/** The events that answers and what is heard wait for. */
function eventsOf(action: ChatAction, before: ChatState): readonly string[] {
  switch (action.do) {
    case 'say':
      return [`say:${action.phrase}`, `said:${before.open}`];
    case 'write':
      return [`said:${before.open}`];
    case 'attach':
      return [`attach:${action.file}`, `said:${before.open}`];
    case 'forward':
      return [`forward:${action.message}`];
    case 'share':
      return [action.what === '' ? 'unshare' : 'share', `share:${action.what}`];
    case 'mic':
    case 'camera':
    case 'hand':
    case 'blur':
      return [`${action.do}:${action.on ? 'on' : 'off'}`];
    case 'open':
    case 'hush':
    case 'unhush':
    case 'leave':
      return [`${action.do}:${action.thread}`];
    default:
      return [action.do];
  }
}

function answeredBy(state: ChatState, events: readonly string[], start: ChatStart): ChatState {
  const coming = start.script.filter(
    (answer) =>
      events.includes(answer.after) &&
      !state.answered.includes(answer.id) &&
      !state.blocked.includes(answer.from) &&
      !state.left.includes(answer.thread),
  );
  const heard = (start.call?.heard ?? []).filter(
    ({ id, after }) =>
      state.call.isIn && !state.call.heard.includes(id) && (after === undefined || events.includes(after)),
  );
  if (coming.length === 0 && heard.length === 0) return state;
  const messages = coming.map((answer): Message => ({
    ...blankMessage(answer.id, answer.thread, answer.from),
    text: answer.text ?? '',
    link: answer.link ?? null,
  }));
  return {
    ...state,
    messages: [...state.messages, ...messages],
    read: state.read.filter(
      (thread) => thread === state.open || !coming.some((answer) => answer.thread === thread),
    ),
    answered: [...state.answered, ...coming.map(({ id }) => id)],
    call: { ...state.call, heard: [...state.call.heard, ...heard.map(({ id }) => id)] },
  };
}

function acted(state: ChatState, action: ChatAction, start: ChatStart): ChatState {
  switch (action.do) {
    case 'open':
      return state.open === action.thread || !isThread(start, action.thread)
        ? state
        : { ...state, open: action.thread, read: including(state.read, action.thread) };
    case 'close':
      return state.open === '' ? state : { ...state, open: '' };
    case 'say':
    case 'write':
    case 'attach':
      return said(state, action, start);
    case 'look': {
      const message = messageOf(state, action.message);
      return message === undefined || message.link === null || state.looked.includes(message.id)
        ? state
        : { ...state, looked: [...state.looked, message.id] };
    }
    case 'forward': {
      const message = messageOf(state, action.message);
      if (message === undefined || message.deleted === 'all' || !mayWriteIn(state, start, action.thread))
        return state;
      const { text, link, file } = message;
      return sending(state, action.thread, { text, link, file, passedOn: message.id });
    }
    case 'delete':
      return deleted(state, action);
    case 'hush':
    case 'unhush':
    case 'leave':
      return withThread(state, action, start);
    case 'block':
    case 'report': {
      const name = action.do === 'block' ? 'blocked' : 'reported';
      const isKnown = start.people.some(({ id }) => id === action.person);
      return !isKnown || state[name].includes(action.person)
        ? state
        : { ...state, [name]: [...state[name], action.person] };
    }
    default:
      return withCall(state, action, start);
  }
}

function isThread(start: ChatStart, thread: string): boolean {
  return start.threads.some(({ id }) => id === thread);
}

/** Whether the learner may write in a conversation: it is there, was not left, and is not with somebody blocked. */
export function mayWriteIn(state: ChatState, start: ChatStart, thread: string): boolean {
  const found = start.threads.find(({ id }) => id === thread);
  if (found === undefined || state.left.includes(thread)) return false;
  return found.with.length > 1 || !found.with.some((person) => state.blocked.includes(person));
}

function said(state: ChatState, action: Done<'say' | 'write' | 'attach'>, start: ChatStart): ChatState {
  if (!mayWriteIn(state, start, state.open)) return state;
  const answered = action.do === 'attach' ? undefined : action.to;
  if (answered !== undefined && messageOf(state, answered)?.thread !== state.open) return state;
  const to = answered ?? '';
  if (action.do === 'write') {
    return action.text.trim() === '' ? state : sending(state, state.open, { text: action.text.trim(), to });
  }
  if (action.do === 'attach') {
    const file = start.files.find(({ id }) => id === action.file);
    return file === undefined ? state : sending(state, state.open, { file: file.name, fileId: file.id });
  }
  const phrase = start.phrases.find(({ id }) => id === action.phrase);
  return phrase === undefined
    ? state
    : sending(state, state.open, { text: phrase.text, phrase: phrase.id, to });
}

function sending(state: ChatState, thread: string, what: Partial<Message>): ChatState {
  const sent = state.sent + 1;
  const message = { ...blankMessage(`sent-${sent}`, thread, 'me'), ...what };
  return { ...state, sent, messages: [...state.messages, message] };
}

/** Only one's own messages can be taken away from everybody. */
function deleted(state: ChatState, action: Done<'delete'>): ChatState {
  const message = messageOf(state, action.message);
  if (message === undefined || message.deleted !== 'no' || (action.for === 'all' && message.from !== 'me'))
    return state;
  const messages = state.messages.map((each) => (each === message ? { ...each, deleted: action.for } : each));
  return { ...state, messages };
}

function withThread(
  state: ChatState,
  action: Done<'hush' | 'unhush' | 'leave'>,
  start: ChatStart,
): ChatState {
  const { thread } = action;
  const found = start.threads.find(({ id }) => id === thread);
  if (found === undefined || state.left.includes(thread)) return state;
  if (action.do === 'leave') {
    return found.with.length < 2 ? state : { ...state, left: [...state.left, thread] };
  }
  const isHushed = state.hushed.includes(thread);
  if (isHushed === (action.do === 'hush')) return state;
  const others = state.hushed.filter((each) => each !== thread);
  return { ...state, hushed: action.do === 'hush' ? [...others, thread] : others };
}

function withCall(
  state: ChatState,
  action: Done<'join' | 'hangUp' | 'mic' | 'camera' | 'hand' | 'blur' | 'share'>,
  start: ChatStart,
): ChatState {
  const { call } = state;
  const set = (changes: Partial<Call>): ChatState => ({ ...state, call: { ...call, ...changes } });
  if (start.call === undefined) return state;
  if (action.do === 'join') return call.isIn ? state : set({ isIn: true });
  // Microphone, camera and background are also set before one goes in.
  if (action.do === 'mic' || action.do === 'camera' || action.do === 'blur') {
    return call[action.do] === action.on ? state : set({ [action.do]: action.on });
  }
  if (!call.isIn) return state;
  if (action.do === 'hand') return call.hand === action.on ? state : set({ hand: action.on });
  if (action.do !== 'share') return set({ isIn: false, hasLeft: true, shared: '', hand: false });
  const { windows } = start.call;
  const isKnown = ['', 'screen', ...windows.map(({ id }) => id)].includes(action.what);
  if (!isKnown || call.shared === action.what) return state;
  const seen =
    action.what === 'screen' ? windows.map(({ id }) => id) : action.what === '' ? [] : [action.what];
  return set({ shared: action.what, shown: seen.reduce(including, call.shown) });
}

function including(list: readonly string[], member: string): readonly string[] {
  return list.includes(member) ? list : [...list, member];
}
