import type { Locator } from '@playwright/test';
import { studioSimulator } from '#lib/challenges/studio/challenge.ts';
import { placeRange } from '#lib/challenges/studio/change.ts';
import { rangeOf } from '#lib/challenges/studio/dials.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { button, finger, reach, type Hand } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.studio;

export const perform = simulatorPlayer(
  studioSimulator,
  async (page, action, { hand, start, state, plain }) => {
    const layerName = (id: string): string =>
      plain(start.poster?.layers.find((each) => each.id === id)?.name ?? id);
    const main = page.locator('main');
    const open = async (layer: string): Promise<void> => {
      const head = button(main, layerName(layer));
      if ((await head.getAttribute('aria-pressed')) !== 'true') await hand.press(head);
    };
    const dial = (label: string): Locator => main.getByLabel(label, { exact: true });
    switch (action.do) {
      case 'set': {
        const { step } = rangeOf(action.dial, start.picture?.pixels ?? 1000, start.sound?.seconds ?? 0);
        return turn(dial(words.dials[action.dial]), action.value, step, hand);
      }
      case 'mask': {
        const zone = start.picture?.zones.find(({ id }) => id === action.zone);
        return hand.choose(main.getByRole('checkbox', { name: plain(zone?.name ?? ''), exact: true }));
      }
      case 'cue': {
        const caption = start.sound?.captions.find(({ id }) => id === action.caption);
        return turn(dial(words.caption(plain(caption?.text ?? ''))), action.value, 5, hand);
      }
      case 'play':
        await hand.press(button(main, words.play));
        return hand.press(button(main, words.stop));
      case 'format': {
        const format = start.poster?.formats.find(({ id }) => id === action.format);
        return hand.press(button(main, plain(format?.name ?? '')));
      }
      case 'raise':
      case 'lower':
        await open(action.layer);
        return hand.press(button(main, words[action.do]));
      case 'place': {
        await open(action.layer);
        const from = state.places[`${state.format}.${action.layer}`]?.[action.side] ?? 0;
        const [least] = placeRange[action.side];
        const step = (action.value - from) % 5 === 0 ? 5 : action.value - least;
        return turn(dial(words.sides[action.side]), action.value, step, hand);
      }
    }
  },
);

/** Turns a dial to a value: the finger on its line, the keyboard by its arrows. */
async function turn(range: Locator, value: number, step: number, hand: Hand): Promise<void> {
  if (hand === finger) return range.fill(String(value));
  await reach(range);
  const now = Number(await range.inputValue());
  const key = value > now ? 'ArrowRight' : 'ArrowLeft';
  const times = Math.abs(value - now) / step;
  for (let time = 0; time < times; time += 1) await range.page().keyboard.press(key);
}
