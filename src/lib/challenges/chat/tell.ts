import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { ChatAction } from './action.ts';
import { chatSimulator } from './challenge.ts';
import { messageName, personName } from './names.ts';
import type { ChatStart } from './start.ts';
import { messageOf, type ChatState } from './state.ts';

type ChatScene = SimulatorScene<ChatStart, ChatState>;

export const teller = simulatorTeller(chatSimulator, tellChat);

/** How an action in a conversation or a call is done on the screen. */
function tellChat(action: ChatAction, scene: ChatScene): readonly Clause[] {
  const { say, start, state, plain } = scene;
  const { done } = scene.words.simulators;
  const words = scene.words.chat;
  const textIn = (tiles: ChatStart['phrases'], wanted: string): string =>
    plain(tiles.find(({ id }) => id === wanted)?.text ?? '');
  switch (action.do) {
    case 'open':
      return threadOpened(action.thread, scene);
    case 'close':
      return [say.press(scene.words.simulators.back)];
    case 'say':
    case 'write':
      return [
        ...(action.to === undefined ? [] : [...options(action.to, scene), say.press(words.reply)]),
        ...(action.do === 'say'
          ? [say.press(textIn(start.phrases, action.phrase))]
          : [
              say.write(action.text, say.inside(start.phrases.length > 0 ? words.writeToo : words.write)),
              say.press(words.send),
            ]),
      ];
    case 'attach': {
      const file = start.files.find(({ id }) => id === action.file);
      return [say.press(words.attach), say.press(plain(file?.name ?? ''))];
    }
    case 'look':
      return [...options(action.message, scene), say.press(words.look), say.press(done)];
    case 'forward':
      return [
        ...options(action.message, scene),
        say.press(words.forward),
        say.press(threadName(action.thread, scene)),
      ];
    case 'delete':
      return [
        ...options(action.message, scene),
        say.press(action.for === 'me' ? words.deleteForMe : words.deleteForAll),
      ];
    case 'hush':
    case 'unhush':
    case 'leave':
      return [...threadOpened(action.thread, scene), say.press(words.settings), say.press(words[action.do])];
    case 'block':
    case 'report': {
      const thread = start.threads.find((each) => each.with.includes(action.person));
      return [
        ...(state.open === '' ? threadOpened(thread?.id ?? '', scene) : []),
        say.press(words.settings),
        say.press(words[action.do](personName(action.person, start, plain, words))),
      ];
    }
    case 'join':
    case 'hangUp':
      return [say.press(words[action.do])];
    case 'mic':
    case 'camera':
    case 'hand':
    case 'blur':
      return [say.turn(words.controls[action.do], words[action.on ? 'on' : 'off'][action.do])];
    case 'share': {
      if (action.what === '') return [say.press(words.unshare)];
      const title = start.call?.windows.find(({ id }) => id === action.what)?.title ?? '';
      return [
        say.press(words.share),
        say.press(action.what === 'screen' ? words.shareAll : words.shareOne(plain(title))),
      ];
    }
  }
}

function threadName(id: string, { start, plain, words }: ChatScene): string {
  const thread = start.threads.find((each) => each.id === id);
  return thread?.name === undefined
    ? personName(thread?.with[0] ?? '', start, plain, words.chat)
    : plain(thread.name);
}

/** Nothing when the conversation is open. */
function threadOpened(thread: string, scene: ChatScene): readonly Clause[] {
  const { say, state, words } = scene;
  if (state.open === thread) return [];
  const back = state.open === '' ? [] : [say.press(words.simulators.back)];
  return [...back, say.press(threadName(thread, scene))];
}

/** Opens the options of a message, in its conversation. */
function options(id: string, scene: ChatScene): readonly Clause[] {
  const { say, state, plain, words } = scene;
  const message = messageOf(state, id);
  if (message === undefined) return [];
  return [
    ...threadOpened(message.thread, scene),
    say.press(words.chat.options, say.under(messageName(message, plain))),
  ];
}
