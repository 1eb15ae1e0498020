import { competencesOf, type Framework } from '#lib/framework/framework.ts';
import type { Locale } from '#lib/i18n/locale.ts';

/** The name of what a level is of: an area by its id, or a competence; the id itself when the framework has neither. */
export function targetName(framework: Framework, target: string, locale: Locale): string {
  const area = framework.areas.find((each) => each.id === target);
  const competence = competencesOf(framework).find((each) => each.id === target);
  return (area ?? competence)?.name[locale] ?? target;
}
