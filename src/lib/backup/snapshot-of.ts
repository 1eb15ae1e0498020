import { shortHash } from '#lib/base/short-hash.ts';
import type { Profile } from '#lib/assessment/profile.ts';
import type { LevelFact } from '#lib/journal/event.ts';
import type { Standing } from '#lib/progress/standing.ts';
import type { Statements } from '#lib/progress/statement.ts';
import type { Snapshot } from './snapshot.ts';

const mostToReview = 20;

/** Where somebody stands on a day, as a card has it: what tests here stated, else what an earlier card said; what is to review, and what was met. */
export function snapshotOf(
  day: string,
  standings: readonly Standing[],
  { all, card }: Statements,
  toReview: readonly string[],
  { attempts, snapshot }: Pick<Profile, 'attempts' | 'snapshot'>,
): Snapshot {
  const areas = [...new Set(standings.map(({ area }) => area))].flatMap(
    (area) =>
      all.findLast(({ target }) => target === area) ?? card.find(({ target }) => target === area) ?? [],
  );
  // A level of a whole area says nothing more of each competence in it.
  const competences = standings.flatMap(({ competence, statement }) =>
    statement?.target === competence ? [statement] : [],
  );
  const met = attempts.flatMap(({ responses }) => responses).map(({ item }) => shortHash(item));
  return {
    day,
    levels: [...areas, ...competences].map(({ target, level, low, high, certainty }): LevelFact => ({
      target,
      level,
      low,
      high,
      certainty,
    })),
    review: toReview.slice(0, mostToReview).map(shortHash),
    seen: withoutEarlier([...(snapshot?.seen ?? []), ...met]),
  };
}

/** Each once, where it came last. */
function withoutEarlier(hashes: readonly number[]): readonly number[] {
  return [...new Set(hashes.toReversed())].toReversed();
}
