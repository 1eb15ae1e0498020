import { mapSimulator } from '#lib/challenges/map/challenge.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { button } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.map;

export const perform = simulatorPlayer(mapSimulator, async (page, action, { hand, start, state, plain }) => {
  const field = (label: string) => page.locator('main').getByLabel(label, { exact: true });
  const nameOf = (place: string): string =>
    place === 'me' ? words.me : plain(start.places.find(({ id }) => id === place)?.name ?? place);
  switch (action.do) {
    case 'search':
      await hand.fill(field(words.search), action.text);
      return hand.press(button(page, words.find));
    case 'look': {
      const number = start.places.findIndex(({ id }) => id === action.place) + 1;
      if (state.place !== '') await hand.press(button(page, frExercise.simulators.back));
      return hand.press(button(page, `${number}. ${nameOf(action.place)}`));
    }
    case 'close':
      return hand.press(button(page, frExercise.simulators.back));
    case 'from':
    case 'to':
      return hand.select(field(words[action.do]), nameOf(action.place));
    case 'save':
    case 'unsave':
      return hand.press(button(page, words[action.do]));
    case 'mode':
      return hand.press(button(page, words.modes[action.by]));
    case 'leave':
      return hand.select(field(words.leaves), action.at);
    case 'share':
    case 'stop': {
      const name = plain(start.people.find(({ id }) => id === action.person)?.name ?? '');
      const option = action.do === 'stop' ? words.notShared : (words.durations[action.minutes] ?? '');
      return hand.select(field(words.shareWith(name)), option);
    }
  }
});
