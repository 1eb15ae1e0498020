import type { Competence } from '#lib/framework/framework.ts';
import type { SkillsMet } from '#lib/assessment/skills.ts';
import type { Dictionary } from '#lib/i18n/messages/fr.ts';
import { doubtOf, type Standing } from './standing.ts';

/** How sure a level is, in words; empty where there is none. */
export function doubtWords({ source, statement }: Standing, { levels }: Dictionary['progress']): string {
  if (statement === undefined) return '';
  if (source === 'card') return levels.card;
  return source === 'estimated' ? levels.estimated : levels.doubt[doubtOf(statement)];
}

/** The skill of a competence to learn next: the one missed last, else the first that was never met; undefined when all succeeded. */
export function nextSkill({ skills }: Competence, { can, learn }: SkillsMet): string | undefined {
  const ids = skills.map(({ id }) => id);
  return learn.find((id) => ids.includes(id)) ?? ids.find((id) => !can.includes(id));
}
