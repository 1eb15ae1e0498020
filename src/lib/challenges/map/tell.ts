import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { MapAction } from './action.ts';
import { mapSimulator } from './challenge.ts';
import type { MapStart } from './start.ts';
import type { MapState } from './state.ts';

type MapScene = SimulatorScene<MapStart, MapState>;

export const teller = simulatorTeller(mapSimulator, tellMap);

/** How an action on the map is done on the screen. */
function tellMap(action: MapAction, scene: MapScene): readonly Clause[] {
  const { say, start, plain } = scene;
  const words = scene.words.map;
  switch (action.do) {
    case 'search':
      return [say.write(action.text, say.inside(words.search)), say.press(words.find)];
    case 'look':
      return placeOpened(action.place, scene);
    case 'close':
      return [say.press(scene.words.simulators.back)];
    case 'from':
    case 'to': {
      const place = start.places.find(({ id }) => id === action.place);
      const name = place === undefined ? words.me : plain(place.name);
      return [say.choose(name, say.inside(words[action.do]))];
    }
    case 'save':
    case 'unsave':
      return [...placeOpened(action.place, scene), say.press(words[action.do])];
    case 'mode':
      return [say.press(words.modes[action.by])];
    case 'leave':
      return [say.choose(action.at, say.inside(words.leaves))];
    case 'share':
    case 'stop': {
      const person = start.people.find(({ id }) => id === action.person);
      const option = action.do === 'stop' ? words.notShared : (words.durations[action.minutes] ?? '');
      return [say.choose(option, say.inside(words.shareWith(plain(person?.name ?? ''))))];
    }
  }
}

/** Nothing when the card of the place is open. */
function placeOpened(place: string, { say, start, state, plain, words }: MapScene): readonly Clause[] {
  if (state.place === place) return [];
  const index = start.places.findIndex(({ id }) => id === place);
  return [
    ...(state.place === '' ? [] : [say.press(words.simulators.back)]),
    say.press(`${index + 1}. ${plain(start.places[index]?.name ?? '')}`),
  ];
}
