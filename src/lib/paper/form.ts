import { seededRandom, shuffled } from '#lib/base/random.ts';
import type { KindName } from '#lib/challenges/challenge.ts';
import type { ItemEntry } from '#lib/content/manifest.ts';
import { PAPER_LENGTH } from '#lib/adaptive/policy.ts';

/** The forms that a revision may have: the second is for a neighbour, or for the next time. */
export const formLetters = ['A', 'B'] as const;
export type FormLetter = (typeof formLetters)[number];

/** What can be answered by ticking. */
const paperKinds = ['single-choice', 'multiple-choice'] as const satisfies readonly KindName[];
export type PaperKind = (typeof paperKinds)[number];

/** The levels of an area's two questions: people who are given paper are mostly near the beginning. */
const levels = [1, 3] as const;
/** Two questions of one competence are as bad as one that is this many levels off. */
const sameCompetence = 1.5;

/** Whether a kind can be answered by ticking. */
export function isPaperKind(kind: KindName): kind is PaperKind {
  return paperKinds.some((each) => each === kind);
}

/** The questions of a form in their order, easy ones first; undefined where the items do not suffice for it. */
export function paperForm(
  letter: FormLetter,
  items: readonly ItemEntry[],
): readonly [ItemEntry, ...ItemEntry[]] | undefined {
  const fitting = items
    .filter(({ kind, needs }) => isPaperKind(kind) && !needs.includes('hearing'))
    .toSorted((one, other) => one.level - other.level || (one.id < other.id ? -1 : 1));
  const areas = [...new Set(fitting.map(areaOf))].sort();
  const used = new Set<string>();
  for (const each of formLetters) {
    const chosen: ItemEntry[] = [];
    for (const level of levels) {
      for (const area of areas) {
        const item = bestOf(fitting, area, level, chosen, used);
        if (item === undefined) return undefined;
        chosen.push(item);
        used.add(item.id);
      }
    }
    const [first, ...rest] = chosen;
    if (first === undefined || chosen.length !== PAPER_LENGTH) return undefined;
    if (each === letter) return [first, ...rest];
  }
  return undefined;
}

/** The options of a question as they stand on paper. */
export function printedOrder<Option>(item: string, options: readonly Option[]): readonly Option[] {
  return shuffled(options, seededRandom(`paper:${item}`));
}

function bestOf(
  fitting: readonly ItemEntry[],
  area: string,
  level: number,
  chosen: readonly ItemEntry[],
  used: ReadonlySet<string>,
): ItemEntry | undefined {
  const distance = (item: ItemEntry): number =>
    Math.abs(item.level - level) +
    (chosen.some(({ competence }) => competence === item.competence) ? sameCompetence : 0);
  return fitting
    .filter((item) => areaOf(item) === area && !used.has(item.id) && !chosen.some(isEnemyOf(item)))
    .reduce<ItemEntry | undefined>(
      (best, each) => (best !== undefined && distance(best) <= distance(each) ? best : each),
      undefined,
    );
}

function isEnemyOf(item: ItemEntry): (other: ItemEntry) => boolean {
  return (other) => item.enemies.includes(other.id) || other.enemies.includes(item.id);
}

function areaOf({ competence }: ItemEntry): string {
  return competence.split('.')[0] ?? '';
}
