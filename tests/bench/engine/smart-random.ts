import type { Bank } from '#lib/adaptive/bank.ts';
import type { Answer, Item } from '#lib/adaptive/item.ts';
import { logistic } from '#lib/base/exp-log.ts';
import { randomIndex, type Random } from '#lib/base/random.ts';

// The published smart-random rule. Skills stand in tubes by difficulty; a right answer counts the easier skills of its
// tube as had, another the harder ones as not. The level is the one whose expected answers come nearest to those given.

/** Skills a tube, and the levels of the rule's scale that a unit of ability spans: eight levels from cut to cut of 0.6. */
const TUBE = 8;
const LEVELS_PER_UNIT = 1 / 0.6;
const MIDDLE = 3.5;
const GRID = Array.from({ length: 15 }, (_, index) => 0.5 + index / 2);
const EASY_TUBE = 3;
const FIRST_DIFFICULTY = 2;
const REACH = 2;

interface Skill {
  readonly item: Item;
  readonly tube: number;
  readonly difficulty: number;
}

/** A test by that rule over the items of some competences, `length` questions at most: the ability it ends with. */
export function smartRandom(
  bank: Bank,
  competences: readonly number[],
  length: number,
  answer: (item: Item) => Answer,
  random: Random,
): { readonly theta: number; readonly questions: number } {
  const skills = skillsOf(bank, competences);
  const state = new Map<Skill, boolean>();
  const given: { readonly difficulty: number; readonly isRight: boolean }[] = [];
  let questions = 0;
  while (questions < length) {
    const level = levelOf(given);
    const skill = nextSkill(skills, state, level, given.length === 0, random);
    if (skill === undefined) break;
    const isRight = answer(skill.item).score >= 1;
    questions += 1;
    given.push({ difficulty: skill.difficulty, isRight });
    for (const other of skills) {
      if (other.tube !== skill.tube || state.has(other)) continue;
      if (isRight && other.difficulty <= skill.difficulty) state.set(other, true);
      if (!isRight && other.difficulty >= skill.difficulty) state.set(other, false);
    }
    state.set(skill, isRight);
  }
  return { theta: (levelOf(given) - MIDDLE) / LEVELS_PER_UNIT, questions };
}

function skillsOf(bank: Bank, competences: readonly number[]): readonly Skill[] {
  return competences.flatMap((competence) => {
    const items = bank.items.filter((item) => item.competence === competence);
    // Tubes of items of all difficulties: every fifth of the sorted list, not neighbours.
    const tubes = Math.max(1, Math.round(items.length / TUBE));
    return [...items]
      .sort((one, other) => one.b - other.b)
      .map((item, rank) => ({
        item,
        tube: competence * 1000 + (rank % tubes),
        difficulty: Math.min(7.5, Math.max(0.5, MIDDLE + LEVELS_PER_UNIT * item.b)),
      }));
  });
}

/** The level on the grid whose expected answers come nearest to those given, with one success at 0 and one failure at 7. */
function levelOf(given: readonly { readonly difficulty: number; readonly isRight: boolean }[]): number {
  const all = [...given, { difficulty: 0, isRight: true }, { difficulty: 7, isRight: false }];
  let best = GRID[0] as number;
  let least = Infinity;
  for (const level of GRID) {
    const gap = Math.abs(
      all.reduce((sum, { difficulty, isRight }) => sum + (isRight ? 1 : 0) - logistic(level - difficulty), 0),
    );
    if (gap < least) {
      least = gap;
      best = level;
    }
  }
  return best;
}

function nextSkill(
  skills: readonly Skill[],
  state: ReadonlyMap<Skill, boolean>,
  level: number,
  isFirst: boolean,
  random: Random,
): Skill | undefined {
  let open = skills.filter((skill) => !state.has(skill));
  if (open.length === 0) return undefined;
  if (isFirst) {
    const distance = ({ difficulty }: Skill): number => Math.abs(difficulty - FIRST_DIFFICULTY);
    const nearest = Math.min(...open.map(distance));
    return drawn(
      open.filter((skill) => distance(skill) <= nearest + 0.5),
      random,
    );
  }
  const tops = new Map<number, number>();
  for (const { tube, difficulty } of skills) tops.set(tube, Math.max(tops.get(tube) ?? 0, difficulty));
  const easy = open.filter(({ tube }) => (tops.get(tube) ?? 0) <= EASY_TUBE);
  if (easy.length > 0) open = easy;
  const near = open.filter(({ difficulty }) => difficulty - level <= REACH);
  if (near.length === 0) return undefined;
  const rewards = near.map((skill) => {
    const p = logistic(level - skill.difficulty);
    const same = skills.filter((other) => other.tube === skill.tube && !state.has(other));
    const easier = same.filter(({ difficulty }) => difficulty <= skill.difficulty).length;
    const harder = same.filter(({ difficulty }) => difficulty >= skill.difficulty).length;
    return p * easier + (1 - p) * harder;
  });
  const best = Math.max(...rewards);
  return drawn(
    near.filter((_, index) => (rewards[index] as number) >= best - 1e-9),
    random,
  );
}

function drawn(skills: readonly Skill[], random: Random): Skill | undefined {
  return skills[randomIndex(random, skills.length)];
}
