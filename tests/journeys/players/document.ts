import type { Page } from '@playwright/test';
import { documentSimulator } from '#lib/challenges/document/challenge.ts';
import { newest } from '#lib/challenges/document/start.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { button, type Hand } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.document;

export const perform = simulatorPlayer(
  documentSimulator,
  async (page, action, { hand, start, state, plain }) => {
    const tools = page.getByRole('group', { name: words.tools });
    const inTools = async (name: string): Promise<void> => hand.press(button(tools, name));
    if ('block' in action && action.do !== 'take') {
      await opened(
        page,
        hand,
        state.blocks.findIndex(({ id }) => id === action.block),
      );
      if (action.do === 'choose') return;
    }
    switch (action.do) {
      case 'style':
        return hand.select(tools.getByLabel(words.style, { exact: true }), words.styles[action.style]);
      case 'align':
        return hand.select(tools.getByLabel(words.align, { exact: true }), words.aligns[action.align]);
      case 'mark': {
        const phrase = state.blocks.flatMap(({ phrases }) => phrases).find(({ id }) => id === action.phrase);
        const name = phrase === undefined ? words.whole : words.part(phrase.text);
        const group = tools.getByRole('group', { name, exact: true });
        return hand.press(button(group, words.marks[action.mark]));
      }
      case 'correct': {
        const choice = start.blocks
          .flatMap(({ phrases }) => phrases)
          .find(({ id }) => id === action.phrase)
          ?.choices.find(({ id }) => id === action.choice);
        return inTools(plain(choice?.text ?? ''));
      }
      case 'write': {
        const label = state.mode === 'suggest' ? words.writeSuggestion : words.write;
        return hand.fill(tools.getByLabel(label, { exact: true }), action.text);
      }
      case 'alt':
      case 'comment':
        return hand.fill(tools.getByLabel(words[action.do], { exact: true }), action.text);
      case 'field':
        return inTools(words.insert(plain(start.fields.find(({ id }) => id === action.field)?.name ?? '')));
      case 'up':
      case 'down':
      case 'add':
      case 'accept':
        return inTools(words[action.do]);
      case 'reject':
        return inTools(
          state.blocks.find(({ id }) => id === action.block)?.suggestion?.isMine === true
            ? words.takeBack
            : words.reject,
        );
      case 'remove':
        return inTools(state.mode === 'suggest' ? words.suggestRemoval : words.remove);
      case 'mode':
        return hand.press(button(page, words.modes[action.mode]));
      case 'guest': {
        if (action.guest === '') return hand.press(button(page, frExercise.simulators.back));
        const guest = start.guests.find(({ id }) => id === action.guest);
        return hand.press(button(page, words.guest(plain(guest?.name ?? ''))));
      }
      case 'look': {
        if (action.version === '') return hand.press(button(page, frExercise.simulators.back));
        await hand.press(button(page, words.versions));
        const name =
          action.version === newest
            ? words.newest
            : plain(start.versions.find(({ id }) => id === action.version)?.name ?? '');
        return hand.press(button(page, name));
      }
      case 'restore':
        return hand.press(button(page, words.restore));
      case 'take': {
        const block = [...state.newest, ...start.versions.flatMap((version) => version.blocks)].find(
          ({ id }) => id === action.block,
        );
        return hand.press(button(page, words.takeThis(plain(block?.text ?? '').slice(0, 40))));
      }
    }
  },
);

/** Opens the tools of a block, when they are not open yet. */
async function opened(page: Page, hand: Hand, index: number): Promise<void> {
  const block = page.locator('button.block').nth(index);
  if ((await block.getAttribute('aria-pressed')) !== 'true') await hand.press(block);
}
