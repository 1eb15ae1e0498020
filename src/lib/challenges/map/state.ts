import { normalised } from '#lib/base/normalise.ts';
import type { Words } from '../kind.ts';
import { journey, minutesOf, type Journey } from './route.ts';
import type { MapStart, Mode } from './start.ts';

/** The whole of the simulator, as plain data; a type alias: only these are known to be plain JSON. */
export type MapState = {
  readonly query: string;
  readonly found: readonly string[];
  readonly hasSearched: boolean;
  /** The place whose card is open; empty for none. */
  readonly place: string;
  readonly looked: readonly string[];
  /** Places, or `me`; empty while none is chosen. */
  readonly from: string;
  readonly to: string;
  readonly mode: Mode;
  readonly leaves: string;
  /** Modes that were compared on the route that stands. */
  readonly compared: readonly Mode[];
  readonly saved: readonly string[];
  /** Minutes by person. */
  readonly shared: Readonly<Record<string, number>>;
};

/** The map as the learner finds it. */
export function beginMap(start: MapStart): MapState {
  return {
    query: '',
    found: [],
    hasSearched: false,
    place: '',
    looked: [],
    from: 'me',
    to: '',
    mode: 'walk',
    leaves: start.now,
    compared: [],
    saved: [],
    shared: Object.fromEntries(
      start.people.flatMap(({ id, sees }) => (sees === undefined ? [] : [[id, sees]])),
    ),
  };
}

/** The corner where a place is; that of the learner for `me`. */
export function cornerOf(start: MapStart, place: string): string | undefined {
  return place === 'me' ? start.me : start.places.find(({ id }) => id === place)?.at;
}

/** The journey that the map shows; undefined while an end is missing, or where no way leads. */
export function shownJourney(state: MapState, start: MapStart): Journey | undefined {
  const [from, to] = [cornerOf(start, state.from), cornerOf(start, state.to)];
  return from === undefined || to === undefined
    ? undefined
    : journey(start, from, to, state.mode, minutesOf(state.leaves));
}

/** The ids of the places that words find. */
export function placesFound(text: string, start: MapStart, words: Words): readonly string[] {
  const wanted = normalised(text)
    .split(' ')
    .filter((each) => each.length > 2);
  return start.places
    .filter((place) => {
      const told = normalised([place.name, ...place.finds].map(words).join(' ')).split(' ');
      return wanted.some((each) => told.some((word) => word.startsWith(each)));
    })
    .map(({ id }) => id);
}
