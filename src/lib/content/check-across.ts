import { byCodeUnit, type AuthoredBundle } from './authored.ts';
import { tellerOf, type Fault } from './fault.ts';
import { lessonCode } from './lesson.ts';

/** Tells each id that two challenges, or two lessons, bear, whatever their bundles. */
export function tellDoubles(bundles: readonly AuthoredBundle[], faults: Fault[]): void {
  const challenges = bundles.flatMap((bundle) => bundle.challenges);
  tellDoublesIn(
    challenges.map(({ challenge: { id }, file }) => ({ id, file })),
    faults,
  );
  tellDoublesIn(
    bundles.flatMap(({ lessons }) => lessons),
    faults,
  );
}

function tellDoublesIn(
  all: readonly { readonly id: string; readonly file: string }[],
  faults: Fault[],
): void {
  const seen = new Map<string, string>();
  for (const { id, file } of all) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, file);
    else
      tellerOf(file, faults)(1, 'duplicateId', `"${id}" is also ${first}`, 'Rename one of the two folders.');
  }
}

/** Tells each lesson whose short code on paper is that of another. */
export function tellCodes(bundles: readonly AuthoredBundle[], faults: Fault[]): void {
  const seen = new Map<string, string>();
  for (const { id, file } of bundles.flatMap(({ lessons }) => lessons)) {
    const code = lessonCode(id);
    const first = seen.get(code);
    if (first === undefined) seen.set(code, id);
    else if (first !== id)
      tellerOf(file, faults)(
        1,
        'duplicateCode',
        `on paper "${id}" would be ${code}, as "${first}" is`,
        'Give its folder a name of other first letters.',
      );
  }
}

/** Tells each enemy that is no other challenge. */
export function tellEnemies(bundles: readonly AuthoredBundle[], faults: Fault[]): void {
  const all = bundles.flatMap(({ challenges }) => challenges);
  const known = new Set(all.map(({ challenge }) => challenge.id));
  for (const { challenge, file } of all) {
    for (const enemy of challenge.enemies) {
      if (known.has(enemy) && enemy !== challenge.id) continue;
      tellerOf(file, faults)(
        1,
        'unknownEnemy',
        `the enemy "${enemy}" is no other challenge`,
        'Write its id: 1.1/its-folder.',
      );
    }
  }
}

/** Tells each challenge that a lesson would try and that its bundle does not hold. */
export function tellTries(bundles: readonly AuthoredBundle[], faults: Fault[]): void {
  for (const { challenges, lessons } of bundles) {
    const known = new Set(challenges.map(({ challenge }) => challenge.id));
    for (const { file, tries } of lessons) {
      for (const { challenge, line } of tries) {
        if (known.has(challenge)) continue;
        const mend = 'Write the id of a challenge of this bundle: 1.1/its-folder.';
        tellerOf(file, faults)(line, 'unknownTry', `"${challenge}" is no challenge`, mend);
      }
    }
  }
}

/** Tells, of each bundle that teaches at all, the skills that it assesses and that none of its lessons teaches. */
export function tellUntaught(bundles: readonly AuthoredBundle[], faults: Fault[]): void {
  for (const { id, challenges, lessons } of bundles) {
    if (lessons.length === 0) continue;
    const taught = new Set(lessons.flatMap(({ skills }) => skills));
    const assessed = new Set(challenges.map(({ challenge }) => challenge.skill));
    const untaught = [...assessed].filter((skill) => !taught.has(skill)).sort(byCodeUnit);
    if (untaught.length === 0) continue;
    const message = `assessed, and taught by no lesson: ${untaught.join(', ')}`;
    tellerOf(`${id}/bundle.yaml`, faults)(1, 'untaught', message, 'Write a lesson, or add the skill to one.');
  }
}
