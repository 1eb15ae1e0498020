import type { Fact, Facts } from '../goal.ts';
import type { ChatStart } from './start.ts';
import type { ChatState } from './state.ts';

/** What conditions may ask about conversations and a call. */
export function chatFacts(state: ChatState, start: ChatStart): Facts {
  const { call } = state;
  const facts: Record<string, Fact> = {
    open: state.open,
    blocked: state.blocked,
    reported: state.reported,
    'call.in': call.isIn,
    'call.left': call.hasLeft,
    'call.mic': call.mic,
    'call.camera': call.camera,
    'call.hand': call.hand,
    'call.blur': call.blur,
    'call.shared': call.shared,
    'call.shown': call.shown,
    'call.heard': call.heard,
  };
  for (const { id } of start.threads) {
    const mine = state.messages.filter(
      (message) => message.thread === id && message.from === 'me' && message.deleted !== 'all',
    );
    facts[`${id}.read`] = state.read.includes(id);
    facts[`${id}.hushed`] = state.hushed.includes(id);
    facts[`${id}.left`] = state.left.includes(id);
    facts[`${id}.said`] = mine.flatMap(({ phrase }) => (phrase === '' ? [] : [phrase]));
    facts[`${id}.files`] = mine.flatMap(({ fileId }) => (fileId === '' ? [] : [fileId]));
    facts[`${id}.passedOn`] = mine.flatMap(({ passedOn }) => (passedOn === '' ? [] : [passedOn]));
    facts[`${id}.text`] = mine.filter(({ phrase, text }) => phrase === '' && text !== '').at(-1)?.text ?? '';
  }
  for (const message of state.messages) {
    facts[`${message.id}.deleted`] = message.deleted;
    if (message.from === 'me') continue;
    facts[`${message.id}.looked`] = state.looked.includes(message.id);
    facts[`${message.id}.answers`] = state.messages
      .filter((other) => other.to === message.id)
      .map(({ phrase }) => phrase);
  }
  return facts;
}
