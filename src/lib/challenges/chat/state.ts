import type { ChatStart, Link } from './start.ts';

/** A message; type aliases, not interfaces: only these are known to be plain JSON. */
export type Message = {
  readonly id: string;
  readonly thread: string;
  /** A person, or `me`. */
  readonly from: string;
  /** A text reference or what was typed; empty for a link or a file alone. */
  readonly text: string;
  /** The id of the sentence that was tapped; empty otherwise. */
  readonly phrase: string;
  readonly link: Link | null;
  /** The name of a file, and its id when it comes from this device. */
  readonly file: string;
  readonly fileId: string;
  /** The message that it answers; empty when it answers none. */
  readonly to: string;
  /** The message that it passes on; empty otherwise. */
  readonly passedOn: string;
  readonly deleted: 'no' | 'me' | 'all';
};

export type Call = {
  readonly isIn: boolean;
  readonly mic: boolean;
  readonly camera: boolean;
  readonly hand: boolean;
  readonly blur: boolean;
  /** A window, `screen`, or nothing. */
  readonly shared: string;
  /** Every window that others have seen. */
  readonly shown: readonly string[];
  /** What was heard so far. */
  readonly heard: readonly string[];
  readonly hasLeft: boolean;
};

/** The whole of the simulator, as plain data. */
export type ChatState = {
  /** The conversation in front; empty for the list. */
  readonly open: string;
  readonly messages: readonly Message[];
  readonly read: readonly string[];
  readonly hushed: readonly string[];
  readonly left: readonly string[];
  readonly blocked: readonly string[];
  readonly reported: readonly string[];
  readonly looked: readonly string[];
  /** Scripted answers that came. */
  readonly answered: readonly string[];
  /** How many messages the learner sent. */
  readonly sent: number;
  readonly call: Call;
};

const noCall: Call = {
  isIn: false,
  mic: true,
  camera: true,
  hand: false,
  blur: false,
  shared: '',
  shown: [],
  heard: [],
  hasLeft: false,
};

/** The conversations as the learner finds them. */
export function beginChat(start: ChatStart): ChatState {
  return {
    open: '',
    messages: start.threads.flatMap((thread) =>
      thread.messages.map((message) => ({
        ...blankMessage(message.id, thread.id, message.from),
        text: message.text ?? '',
        link: message.link ?? null,
        file: message.file ?? '',
      })),
    ),
    read: [],
    hushed: [],
    left: [],
    blocked: [],
    reported: [],
    looked: [],
    answered: [],
    sent: 0,
    call: noCall,
  };
}

/** A message that says nothing yet. */
export function blankMessage(id: string, thread: string, from: string): Message {
  return {
    id,
    thread,
    from,
    text: '',
    phrase: '',
    link: null,
    file: '',
    fileId: '',
    to: '',
    passedOn: '',
    deleted: 'no',
  };
}

/** The messages of a conversation that the learner still sees. */
export function messagesIn(state: ChatState, thread: string): readonly Message[] {
  return state.messages.filter((message) => message.thread === thread && message.deleted !== 'me');
}

/** The message with an id; undefined when there is none. */
export function messageOf(state: ChatState, id: string): Message | undefined {
  return state.messages.find((message) => message.id === id);
}
