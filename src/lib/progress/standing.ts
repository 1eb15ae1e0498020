import type { Framework } from '#lib/framework/framework.ts';
import type { CardStatement, Statement, Statements } from './statement.ts';

/** How far a level may be from the true one: within a level, within two, or further. */
export type Doubt = 'close' | 'near' | 'vague';

/** Where somebody stands in one competence. */
export interface Standing {
  readonly competence: string;
  readonly area: string;
  /** The last level that a test stated of the competence itself, else of its area; undefined when none did. */
  readonly statement: Statement | CardStatement | undefined;
  /** `measured`: a test was about this competence; `estimated`: only about its area; `card`: no test here, but a printed card said it. */
  readonly source: 'measured' | 'estimated' | 'card' | 'none';
}

/** Where somebody stands in each competence, in the order of the framework. */
export function standingsOf(framework: Framework, { all, resets, card }: Statements): readonly Standing[] {
  return framework.areas.flatMap(({ id: area, competences }) =>
    competences.map(({ id: competence }): Standing => {
      const since = all.slice(resets.get(competence) ?? 0);
      const measured = since.findLast(({ target }) => target === competence);
      const estimated = since.findLast(({ target }) => target === area);
      if (measured !== undefined) return { competence, area, statement: measured, source: 'measured' };
      if (estimated !== undefined) return { competence, area, statement: estimated, source: 'estimated' };
      // Begun anew: what a card said no longer counts either.
      const carried = resets.has(competence) ? undefined : carriedBy(card, competence, area);
      return { competence, area, statement: carried, source: carried === undefined ? 'none' : 'card' };
    }),
  );
}

function carriedBy(
  card: readonly CardStatement[],
  competence: string,
  area: string,
): CardStatement | undefined {
  return card.find(({ target }) => target === competence) ?? card.find(({ target }) => target === area);
}

/** How far the level of a statement may be from the true one, nine times in ten. */
export function doubtOf({ level, low, high }: Pick<Statement, 'level' | 'low' | 'high'>): Doubt {
  const distance = Math.max(level - low, high - level);
  return distance <= 1 ? 'close' : distance === 2 ? 'near' : 'vague';
}

/** Points for a whole profile: eight for each level of each competence, so 1,024 when every one of sixteen is at 8. */
export function pointsOf(standings: readonly Standing[]): number {
  const counted = standings.filter(({ source }) => source !== 'card');
  return counted.reduce((sum, { statement }) => sum + pointsPerLevel * (statement?.level ?? 0), 0);
}

export const pointsPerLevel = 8;
export const greatestLevel = 8;
