import { simulatorKind, type Simulator } from '../simulator.ts';
import { chatAction, type ChatAction } from './action.ts';
import { changeChat } from './change.ts';
import { chatFacts } from './facts.ts';
import { chatFaults, chatStart, chatTexts, type ChatStart } from './start.ts';
import { beginChat, type ChatState } from './state.ts';

/** Conversations with people who answer what is said, and a video call that goes on by what is done. */
export const chatSimulator: Simulator<ChatStart, ChatState, ChatAction> = {
  name: 'chat',
  start: chatStart,
  action: chatAction,
  begin: beginChat,
  apply: changeChat,
  facts: chatFacts,
  texts: chatTexts,
  faults: chatFaults,
};

export const chatKind = simulatorKind(chatSimulator);
