import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { StudioAction } from './action.ts';
import { studioSimulator } from './challenge.ts';
import { numberWords } from '../quantity-words.ts';
import { dialWords } from './dial-words.ts';
import type { StudioStart } from './start.ts';
import type { StudioState } from './state.ts';

export const teller = simulatorTeller(studioSimulator, tellStudio);

/** How an action in the studio is done on the screen. */
function tellStudio(
  action: StudioAction,
  scene: SimulatorScene<StudioStart, StudioState>,
): readonly Clause[] {
  const { say, start, state, plain, locale } = scene;
  const words = scene.words.studio;
  switch (action.do) {
    case 'set':
      return [say.set(words.dials[action.dial], dialWords(action.dial, action.value, words, locale))];
    case 'mask': {
      const name = plain(start.picture?.zones.find(({ id }) => id === action.zone)?.name ?? '');
      return [state.masked.includes(action.zone) ? say.untick(name) : say.tick(name)];
    }
    case 'cue': {
      const text = plain(start.sound?.captions.find(({ id }) => id === action.caption)?.text ?? '');
      return [say.set(text, words.units.from(numberWords(action.value / 10, locale)))];
    }
    case 'play':
      return [say.press(words.play)];
    case 'format':
      return [say.press(plain(start.poster?.formats.find(({ id }) => id === action.format)?.name ?? ''))];
    case 'raise':
    case 'lower':
      return [say.press(layerName(action.layer)), say.press(words[action.do])];
    case 'place':
      return [
        say.press(layerName(action.layer)),
        say.set(words.sides[action.side], words.percent(action.value)),
      ];
  }

  function layerName(layer: string): string {
    return plain(start.poster?.layers.find(({ id }) => id === layer)?.name ?? '');
  }
}
