import { rangeOf, type DialName } from './dials.ts';
import type { StudioStart } from './start.ts';

/** Where a layer stands in a format, in per cent. Type aliases, not interfaces: only these are known to be plain JSON. */
export type Place = { readonly x: number; readonly y: number; readonly size: number };

/** The whole of the simulator, as plain data. */
export type StudioState = {
  /** By dial; one that was not turned is not there. */
  readonly dials: Readonly<Record<string, number>>;
  /** Zones that are hidden. */
  readonly masked: readonly string[];
  /** By caption: when it begins, in tenths of a second. */
  readonly cues: Readonly<Record<string, number>>;
  readonly played: number;
  /** The format on the screen. */
  readonly format: string;
  /** Layers from the lowest to the highest; the same for every format. */
  readonly order: readonly string[];
  /** By `format.layer`. */
  readonly places: Readonly<Record<string, Place>>;
};

/** The studio as the learner finds it. */
export function beginStudio(start: StudioStart): StudioState {
  const { sound, poster } = start;
  return {
    dials: {},
    masked: [],
    cues: Object.fromEntries((sound?.captions ?? []).map(({ id, at }) => [id, Math.round(at * 10)])),
    played: 0,
    format: poster?.formats[0]?.id ?? '',
    order: (poster?.layers ?? []).map(({ id }) => id),
    places: Object.fromEntries(
      (poster?.formats ?? []).flatMap((format) =>
        (poster?.layers ?? []).map(({ id, x, y, places }) => [
          `${format.id}.${id}`,
          { x, y, ...places[format.id], size: 100 },
        ]),
      ),
    ),
  };
}

/** Where a dial stands. */
export function dialAt(state: StudioState, dial: DialName, start: StudioStart): number {
  return state.dials[dial] ?? rangeOf(dial, start.picture?.pixels ?? 1000, start.sound?.seconds ?? 0).at;
}

/** A box in per cent. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How wide and how high a layer stands in a format, in per cent of it. */
export function layerBox(state: StudioState, format: string, layer: string, start: StudioStart): Box {
  const written = start.poster?.layers.find(({ id }) => id === layer);
  const place = state.places[`${format}.${layer}`];
  if (written === undefined || place === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  const share = place.size / 100;
  return { x: place.x, y: place.y, width: written.width * share, height: written.height * share };
}

/** The area that two boxes share. */
export function shared(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
