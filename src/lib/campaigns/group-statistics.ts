import { areas, levelFor, type Area, type Participation } from './participation.ts';

/** Below this number a group's figures could be those of one person. */
const LEAST_GROUP = 5;
const LEVELS = 9;

export interface AreaDistribution {
  readonly area: Area;
  /** People at each level, from 0 to 8. */
  readonly counts: readonly number[];
  readonly people: number;
  readonly median: number;
}

/** How the levels of a group are spread in each area, each person counted once by their newest sending; undefined for fewer than five people. */
export function groupStatistics(
  participations: readonly Participation[],
): readonly AreaDistribution[] | undefined {
  const newest = new Map<string, Participation>();
  for (const participation of participations) {
    const known = newest.get(participation.device);
    if (known === undefined || isAfter(participation, known)) newest.set(participation.device, participation);
  }
  const distributions = areas.map((area) => distributionOf(area, [...newest.values()]));
  const told = distributions.filter(({ people }) => people >= LEAST_GROUP);
  return told.length === 0 ? undefined : told;
}

function distributionOf(area: Area, people: readonly Participation[]): AreaDistribution {
  const levels = people
    .flatMap((person) => levelFor(person, area)?.level ?? [])
    .sort((left, right) => left - right);
  const counts = Array.from({ length: LEVELS }, (_, level) => levels.filter((one) => one === level).length);
  return { area, counts, people: levels.length, median: levels[Math.floor((levels.length - 1) / 2)] ?? 0 };
}

function isAfter(left: Participation, right: Participation): boolean {
  return left.epoch !== right.epoch ? left.epoch > right.epoch : left.seq > right.seq;
}
