import { normalised } from '#lib/base/normalise.ts';
import type { Words } from '../kind.ts';
import type { MapAction } from './action.ts';
import type { MapStart } from './start.ts';
import { cornerOf, placesFound, type MapState } from './state.ts';

/** The map after an action; one that is impossible leaves it as it is. */
export function changeMap(state: MapState, action: MapAction, start: MapStart, words: Words): MapState {
  switch (action.do) {
    case 'search':
      return normalised(action.text) === ''
        ? state
        : {
            ...state,
            query: action.text.trim(),
            found: placesFound(action.text, start, words),
            hasSearched: true,
            place: '',
          };
    case 'look':
      return state.place === action.place || !start.places.some(({ id }) => id === action.place)
        ? state
        : { ...state, place: action.place, looked: including(state.looked, action.place) };
    case 'close':
      return state.place === '' && state.query === '' ? state : { ...state, place: '', query: '', found: [] };
    case 'from':
    case 'to':
      return state[action.do] === action.place || cornerOf(start, action.place) === undefined
        ? state
        : { ...state, [action.do]: action.place, compared: [state.mode] };
    case 'mode':
      return state.mode === action.by
        ? state
        : { ...state, mode: action.by, compared: including(state.compared, action.by) };
    case 'leave':
      return state.leaves === action.at ? state : { ...state, leaves: action.at };
    case 'save':
    case 'unsave': {
      const isSaved = state.saved.includes(action.place);
      if (isSaved === (action.do === 'save') || !start.places.some(({ id }) => id === action.place))
        return state;
      const others = state.saved.filter((each) => each !== action.place);
      return { ...state, saved: isSaved ? others : [...others, action.place] };
    }
    case 'share':
      return !start.people.some(({ id }) => id === action.person) ||
        minutesFor(state, action.person) === action.minutes
        ? state
        : { ...state, shared: { ...state.shared, [action.person]: action.minutes } };
    case 'stop': {
      if (minutesFor(state, action.person) === 0) return state;
      const { [action.person]: _stopped, ...shared } = state.shared;
      return { ...state, shared };
    }
  }
}

/** How long somebody may see where the learner is, in minutes; 0 for not at all. */
export function minutesFor(state: MapState, person: string): number {
  return Object.hasOwn(state.shared, person) ? (state.shared[person] ?? 0) : 0;
}

function including<Member>(list: readonly Member[], member: Member): readonly Member[] {
  return list.includes(member) ? list : [...list, member];
}
