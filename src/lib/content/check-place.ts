import { competenceOfSkill, competencesOf, type Framework } from '#lib/framework/framework.ts';
import type { Tell } from './fault.ts';
import type { YamlFile, YamlPath } from './yaml-file.ts';

/** Where the files of a challenge or a lesson are: `<bundle>/challenges/<competence>/<folder>`, or `modules`. */
export interface Place {
  readonly folder: string;
  readonly competence: string;
  readonly id: string;
}

/** Tells when the folder is under no competence of the framework, or under another one than its skill's. `at` is where the skill stands. */
export function checkPlace(
  place: Place,
  skill: string,
  framework: Framework,
  yaml: YamlFile,
  tell: Tell,
  at: YamlPath = ['skill'],
): void {
  if (!competencesOf(framework).some(({ id }) => id === place.competence)) {
    tell(
      1,
      'unknownCompetence',
      `"${place.competence}" is no competence`,
      'Move the folder under a competence.',
    );
    return;
  }
  const holder = competenceOfSkill(framework, skill);
  if (holder === undefined) {
    const known = competencesOf(framework).find(({ id }) => id === place.competence)?.skills ?? [];
    const names = known.map(({ id }) => id).join(', ');
    tell(
      yaml.lineOf(at),
      'unknownSkill',
      `"${skill}" is no skill`,
      `Use one of ${names}, or add it to the framework.`,
    );
  } else if (holder.id !== place.competence) {
    tell(
      yaml.lineOf(at),
      'unknownSkill',
      `"${skill}" is of ${holder.id}`,
      `Move the folder under ${holder.id}.`,
    );
  }
}
