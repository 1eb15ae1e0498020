import type { AuthoredBundle } from './authored.ts';
import { tellerOf, type Fault } from './fault.ts';

/** Tells each id that two challenges bear, whatever their bundles. */
export function tellDoubles(bundles: readonly AuthoredBundle[], faults: Fault[]): void {
  const seen = new Map<string, string>();
  for (const { challenge, file } of bundles.flatMap(({ challenges }) => challenges)) {
    const first = seen.get(challenge.id);
    if (first === undefined) seen.set(challenge.id, file);
    else
      tellerOf(file, faults)(
        1,
        'duplicateId',
        `"${challenge.id}" is also ${first}`,
        'Rename one of the two folders.',
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
