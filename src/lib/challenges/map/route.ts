import type { MapStart, Mode } from './start.ts';

/** Minutes for one unit of the map (20 metres): 4.5, 14 and 25 km/h in a town. */
const pace = { walk: 1.2 / 4.5, bike: 1.2 / 14, car: 1.2 / 25 };
/** Minutes to park a car. */
const parking = 5;

/** A way from one corner to another. */
export interface Way {
  readonly minutes: number;
  readonly corners: readonly string[];
}

/** A whole journey: when it ends, and by which line; corners in the order of the way. */
export interface Journey extends Way {
  /** Minutes after midnight. */
  readonly arrives: number;
  readonly line: string;
  /** When the bus leaves, minutes after midnight; 0 without one. */
  readonly boards: number;
}

/** The shortest way by streets open to a mode; undefined where there is none. Source: Dijkstra (1959). */
export function wayBetween(
  start: MapStart,
  from: string,
  to: string,
  mode: Exclude<Mode, 'bus'>,
): Way | undefined {
  const place = new Map(start.corners.map((corner) => [corner.id, corner]));
  const best = new Map<string, Way>([[from, { minutes: 0, corners: [from] }]]);
  const open = new Set([from]);
  while (open.size > 0) {
    const nearest = [...open].reduce((one, other) =>
      (best.get(other)?.minutes ?? Infinity) < (best.get(one)?.minutes ?? Infinity) ? other : one,
    );
    open.delete(nearest);
    const here = best.get(nearest);
    if (here === undefined || nearest === to) break;
    for (const street of start.streets) {
      if (street.closed.includes(mode) || (street.from !== nearest && street.to !== nearest)) continue;
      const next = street.from === nearest ? street.to : street.from;
      const [one, other] = [place.get(nearest), place.get(next)];
      if (one === undefined || other === undefined) continue;
      const minutes = here.minutes + Math.hypot(one.x - other.x, one.y - other.y) * pace[mode];
      if (minutes >= (best.get(next)?.minutes ?? Infinity)) continue;
      best.set(next, { minutes, corners: [...here.corners, next] });
      open.add(next);
    }
  }
  return best.get(to);
}

/** The journey that arrives first, leaving at a time (minutes after midnight); undefined where there is none. */
export function journey(
  start: MapStart,
  from: string,
  to: string,
  mode: Mode,
  leaves: number,
): Journey | undefined {
  if (mode !== 'bus') {
    const way = wayBetween(start, from, to, mode);
    if (way === undefined) return undefined;
    const minutes = Math.ceil(way.minutes + (mode === 'car' ? parking : 0));
    return { ...way, minutes, arrives: leaves + minutes, line: '', boards: 0 };
  }
  const journeys = start.lines.flatMap((line) =>
    line.stops.flatMap((on, index) =>
      line.stops.slice(index + 1).flatMap((off) => {
        const [first, last] = [wayBetween(start, from, on.at, 'walk'), wayBetween(start, off.at, to, 'walk')];
        if (first === undefined || last === undefined) return [];
        const ready = leaves + Math.ceil(first.minutes);
        const boards = line.departs.map((time) => minutesOf(time) + on.after).filter((time) => time >= ready);
        if (boards.length === 0) return [];
        const board = Math.min(...boards);
        const arrives = board + off.after - on.after + Math.ceil(last.minutes);
        const ridden = line.stops.slice(index, line.stops.indexOf(off) + 1).map(({ at }) => at);
        return [
          {
            minutes: arrives - leaves,
            arrives,
            line: line.id,
            boards: board,
            corners: [...first.corners, ...ridden.slice(1), ...last.corners.slice(1)],
          },
        ];
      }),
    ),
  );
  return journeys.sort((one, other) => one.arrives - other.arrives)[0];
}

/** A time as minutes after midnight. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Minutes after midnight as a time: 08:05. */
export function timeOf(minutes: number): string {
  const day = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`;
}
