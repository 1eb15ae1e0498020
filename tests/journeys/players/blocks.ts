import { blockOf } from '#lib/challenges/blocks/start.ts';
import type { Block } from '#lib/challenges/blocks/block.ts';
import { blocksSimulator } from '#lib/challenges/blocks/challenge.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { beginning, button } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.blocks;

export const perform = simulatorPlayer(
  blocksSimulator,
  async (page, action, { hand, start, state, plain }) => {
    const textOf = ({ type, of, value, test }: Block): string =>
      words.block[type](
        plain([...start.signs, ...start.variables].find(({ id }) => id === of)?.text ?? ''),
        String(value),
        plain(start.tests.find(({ id }) => id === test)?.text ?? ''),
      );
    const choose = async (at: number): Promise<void> => {
      const block = state.program[at];
      if (block === undefined) throw new Error(`there is no line ${at}`);
      await hand.press(button(page, beginning(words.line(at + 1, textOf(block)))));
    };
    switch (action.do) {
      case 'run':
        return hand.press(button(page, words.run));
      case 'add': {
        const made = blockOf(start, action.block);
        if (made === undefined) throw new Error(`there is no block "${action.block}"`);
        if (state.program.length > 0) await choose(action.after ?? state.program.length - 1);
        return hand.press(button(page, textOf(made)));
      }
      case 'number':
        await choose(action.at);
        return hand.select(page.getByLabel(words.howMany, { exact: true }), String(action.value));
      case 'test': {
        await choose(action.at);
        const test = start.tests.find(({ id }) => id === action.test);
        return hand.select(page.getByLabel(words.which, { exact: true }), plain(test?.text ?? ''));
      }
      case 'up':
      case 'down':
      case 'indent':
      case 'outdent':
      case 'remove':
        await choose(action.at);
        return hand.press(button(page, words[action.do]));
    }
  },
);
