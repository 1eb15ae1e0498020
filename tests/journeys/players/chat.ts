import { expect } from '@playwright/test';
import { chatSimulator } from '#lib/challenges/chat/challenge.ts';
import { messageOf } from '#lib/challenges/chat/state.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { beginning, button } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.chat;

export const perform = simulatorPlayer(chatSimulator, async (page, action, { hand, start, state, plain }) => {
  const dialog = page.getByRole('dialog');
  const personName = (person: string): string => {
    const found = start.people.find(({ id }) => id === person);
    const name = plain(found?.name ?? person);
    return found?.known === false ? words.stranger(name) : name;
  };
  const threadName = (id: string): string => {
    const thread = start.threads.find((each) => each.id === id);
    return thread?.name === undefined ? personName(thread?.with[0] ?? id) : plain(thread.name);
  };
  switch (action.do) {
    case 'open':
      return open(action.thread);
    case 'close':
      return hand.press(button(page, frExercise.simulators.back));
    case 'say':
    case 'write': {
      if (action.to !== undefined) {
        await options(action.to);
        await hand.press(button(dialog, words.reply));
      }
      if (action.do === 'say') {
        const text = plain(start.phrases.find(({ id }) => id === action.phrase)?.text ?? '');
        return hand.press(button(page.getByRole('list', { name: words.phrases }), text));
      }
      await hand.fill(page.locator('main form input'), action.text);
      return hand.press(button(page, words.send));
    }
    case 'attach':
      await hand.press(button(page, words.attach));
      return hand.press(button(dialog, plain(start.files.find(({ id }) => id === action.file)?.name ?? '')));
    case 'look':
      await options(action.message);
      await hand.press(button(dialog, words.look));
      return hand.press(dialog.getByRole('button').last());
    case 'forward':
      await options(action.message);
      await hand.press(button(dialog, words.forward));
      return hand.press(button(dialog, threadName(action.thread)));
    case 'delete':
      await options(action.message);
      return hand.press(button(dialog, action.for === 'me' ? words.deleteForMe : words.deleteForAll));
    case 'hush':
    case 'unhush':
    case 'leave':
      await open(action.thread);
      await hand.press(button(page, words.settings));
      return hand.press(button(dialog, words[action.do]));
    case 'block':
    case 'report': {
      const thread = start.threads.find((each) => each.with.includes(action.person));
      await open(state.open === '' ? (thread?.id ?? '') : state.open);
      await hand.press(button(page, words.settings));
      return hand.press(button(dialog, words[action.do](personName(action.person))));
    }
    case 'join':
    case 'hangUp':
      return hand.press(button(page, words[action.do]));
    case 'share':
      if (action.what === '') return hand.press(button(page, words.unshare));
      await hand.press(button(page, words.share));
      return hand.press(
        button(
          dialog,
          action.what === 'screen'
            ? words.shareAll
            : words.shareOne(plain(start.call?.windows.find(({ id }) => id === action.what)?.title ?? '')),
        ),
      );
    default:
      return hand.press(button(page, beginning(words.controls[action.do])));
  }

  async function open(thread: string): Promise<void> {
    const title = page.locator('main fieldset h2').first();
    const name = threadName(thread);
    if ((await title.innerText()) === name) return;
    const back = button(page, frExercise.simulators.back);
    if ((await back.getAttribute('aria-disabled')) === 'false') await hand.press(back);
    await hand.press(button(page, beginning(name)));
    await expect(title).toHaveText(name);
  }

  /** Opens the options of a message, in its conversation. */
  async function options(id: string): Promise<void> {
    const message = messageOf(state, id);
    if (message === undefined) throw new Error(`there is no message "${id}"`);
    await open(message.thread);
    const text = plain(message.text) || plain(message.link?.title ?? '') || plain(message.file);
    await hand.press(button(page, words.optionsOf(text)));
  }
});
