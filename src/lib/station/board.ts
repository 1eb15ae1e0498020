import type { Fate } from './days-of-use.ts';
import type { Summary, SummaryLevel } from './summary.ts';

export const areaIds = ['1', '2', '3', '4', '5'] as const;
export type AreaId = (typeof areaIds)[number];

/** What is only known of somebody on another device: as it was when their code was read. */
export interface Elsewhere {
  /** UTC milliseconds. */
  readonly readAt: number;
  /** Since their test was begun. */
  readonly minutes: number;
  /** How certain the level of an area is, 0 to 1. */
  readonly certainties: ReadonlyMap<string, number>;
}

/** One person on the mediator's board. */
export interface BoardLine {
  readonly learner: string;
  readonly avatar: string;
  readonly number: number;
  readonly lock: 'none' | 'code' | 'card';
  readonly usedDay: string;
  readonly fate: Fate;
  /** Days of use since the last one. */
  readonly age: number;
  readonly needsHelp: boolean;
  /** Undefined for a journal that was never opened since the station's key was made. */
  readonly summary: Summary | undefined;
  /** For somebody on another device. */
  readonly elsewhere?: Elsewhere;
}

export type BoardColumn = 'person' | 'where' | 'help' | AreaId;

/** How the board is asked for. */
export interface BoardOrder {
  readonly column: BoardColumn;
  readonly isDescending: boolean;
}

/** The newest level in an area; undefined when none was measured. */
export function levelIn(line: BoardLine, area: string): SummaryLevel | undefined {
  return lastLevel(line.summary, area);
}

/** The first and the last level in an area, of two tests; undefined with fewer than two. */
export function changeIn(
  line: BoardLine,
  area: string,
): { readonly before: SummaryLevel; readonly after: SummaryLevel } | undefined {
  const all = (line.summary?.results ?? []).flatMap(({ levels }) =>
    levels.filter(({ target }) => target === area),
  );
  const [before, after] = [all[0], all.at(-1)];
  return all.length < 2 || before === undefined || after === undefined ? undefined : { before, after };
}

/** How far a test under way is, 0 to 1; 2 when one is done, -1 when nothing was begun. */
function progressOf({ summary }: BoardLine): number {
  if (summary?.running) return summary.running.number / Math.max(1, summary.running.length);
  return (summary?.results.length ?? 0) > 0 ? 2 : -1;
}

/** The lines in the order asked for; people without that level come last. */
export function sortedBoard(
  lines: readonly BoardLine[],
  { column, isDescending }: BoardOrder,
  compare: (left: string, right: string) => number,
): readonly BoardLine[] {
  const sign = isDescending ? -1 : 1;
  const byName = (left: BoardLine, right: BoardLine): number =>
    compare(left.summary?.nickname ?? '', right.summary?.nickname ?? '') ||
    compare(left.avatar, right.avatar);
  return lines.toSorted((left, right) => {
    switch (column) {
      case 'person':
        return sign * byName(left, right);
      case 'where':
        return sign * (progressOf(left) - progressOf(right)) || byName(left, right);
      case 'help':
        return sign * (Number(right.needsHelp) - Number(left.needsHelp)) || byName(left, right);
      default: {
        const [a, b] = [levelIn(left, column)?.level, levelIn(right, column)?.level];
        if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
        return sign * (a - b) || byName(left, right);
      }
    }
  });
}

/** How many people stand at each level of an area, from 0 to 8. */
export function spreadIn(lines: readonly BoardLine[], area: string): readonly number[] {
  const counts = Array.from({ length: 9 }, () => 0);
  for (const line of lines) {
    const place = Math.round(levelIn(line, area)?.level ?? -1);
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** People by the area where each has most to learn; those of whom nothing was measured are in none. */
export function groupsByNeed(lines: readonly BoardLine[]): ReadonlyMap<AreaId, readonly BoardLine[]> {
  const groups = new Map<AreaId, BoardLine[]>();
  for (const area of areaIds) groups.set(area, []);
  for (const line of lines) {
    const measured = areaIds.flatMap((area) => {
      const at = levelIn(line, area);
      return at === undefined ? [] : [{ area, ...at }];
    });
    const [lowest] = measured.toSorted((left, right) => left.level - right.level || left.high - right.high);
    if (lowest !== undefined) groups.get(lowest.area)?.push(line);
  }
  return groups;
}

function lastLevel(summary: Summary | undefined, area: string): SummaryLevel | undefined {
  return (summary?.results ?? []).flatMap(({ levels }) => levels).findLast(({ target }) => target === area);
}
