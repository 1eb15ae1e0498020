import { competencesOf, type Framework } from '#lib/framework/framework.ts';
import type { Localised } from '#lib/i18n/locale.ts';

/** The name of what a level is of, in each language it has: an area by its id, or a competence; the id itself when the framework has neither. */
export function targetName(framework: Framework, target: string): Localised {
  const area = framework.areas.find((each) => each.id === target);
  const competence = competencesOf(framework).find((each) => each.id === target);
  return (area ?? competence)?.name ?? { fr: target, en: target };
}
