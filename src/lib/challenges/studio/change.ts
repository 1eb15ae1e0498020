import type { StudioAction } from './action.ts';
import { rangeOf, type DialName } from './dials.ts';
import type { StudioStart } from './start.ts';
import { dialAt, type StudioState } from './state.ts';

type Done<Name> = Extract<StudioAction, { do: Name }>;
const mostPlayed = 20;

/** The studio after an action; one that is impossible leaves it as it is. */
export function changeStudio(state: StudioState, action: StudioAction, start: StudioStart): StudioState {
  const { picture, sound, poster } = start;
  switch (action.do) {
    case 'set':
      return turned(state, action, start);
    case 'mask': {
      if (!picture?.zones.some(({ id }) => id === action.zone)) return state;
      const others = state.masked.filter((each) => each !== action.zone);
      return { ...state, masked: others.length < state.masked.length ? others : [...others, action.zone] };
    }
    case 'cue': {
      const value = Math.max(0, Math.min((sound?.seconds ?? 0) * 10, action.value));
      return !Object.hasOwn(state.cues, action.caption) || state.cues[action.caption] === value
        ? state
        : { ...state, cues: { ...state.cues, [action.caption]: value } };
    }
    case 'play':
      return sound === undefined || state.played >= mostPlayed
        ? state
        : { ...state, played: state.played + 1 };
    case 'format':
      return state.format === action.format || !poster?.formats.some(({ id }) => id === action.format)
        ? state
        : { ...state, format: action.format };
    case 'raise':
    case 'lower': {
      const from = state.order.indexOf(action.layer);
      const to = from + (action.do === 'raise' ? 1 : -1);
      if (from < 0 || to < 0 || to >= state.order.length) return state;
      return { ...state, order: state.order.toSpliced(from, 1).toSpliced(to, 0, action.layer) };
    }
    case 'place':
      return placed(state, action);
  }
}

/** The dials that the author gave. */
export function dialsOf(start: StudioStart): readonly DialName[] {
  return [...(start.picture?.dials ?? []), ...(start.sound?.dials ?? [])];
}

function turned(state: StudioState, { dial, value }: Done<'set'>, start: StudioStart): StudioState {
  if (!dialsOf(start).includes(dial)) return state;
  const { least, most } = rangeOf(dial, start.picture?.pixels ?? 1000, start.sound?.seconds ?? 0);
  const next = Math.max(least, Math.min(most, value));
  // A sound begins before it ends.
  const isCrossed =
    (dial === 'from' && next >= dialAt(state, 'to', start)) ||
    (dial === 'to' && next <= dialAt(state, 'from', start));
  if (isCrossed || dialAt(state, dial, start) === next) return state;
  return { ...state, dials: { ...state.dials, [dial]: next } };
}

/** The least and the most of where a layer may stand, in per cent. */
export const placeRange = { x: [-50, 100], y: [-50, 100], size: [20, 150] } as const;

function placed(state: StudioState, { layer, side, value }: Done<'place'>): StudioState {
  const key = `${state.format}.${layer}`;
  const place = Object.hasOwn(state.places, key) ? state.places[key] : undefined;
  const [least, most] = placeRange[side];
  const next = Math.max(least, Math.min(most, value));
  if (place === undefined || place[side] === next) return state;
  return { ...state, places: { ...state.places, [key]: { ...place, [side]: next } } };
}
