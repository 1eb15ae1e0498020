import { indexOf, type BankIndex } from '#lib/adaptive/bank.ts';
import { expectedSuccess, type Outlook } from '#lib/adaptive/expected-drop.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { levelAt } from '#lib/adaptive/level.ts';
import type { Range } from '#lib/adaptive/policy.ts';
import type { Allowed, Situation } from '#lib/adaptive/situation.ts';

/** The rules that yield when they would leave nothing to ask, the strongest first: the weakest yields first. */
export const RULES = [
  'enemies',
  'areas',
  'competences',
  'ceiling',
  'skill',
  'timed',
  'misses',
  'success',
] as const;
export type RuleName = (typeof RULES)[number];

export interface Candidates {
  /** Places in the bank's items. */
  readonly candidates: Int32Array;
  /** Rules that this bank could not keep at this point. */
  readonly relaxed: readonly RuleName[];
}

type Keeps = (index: number) => boolean;

/** Success may fall short of what the policy asks for by this much of the best the bank can do: a choice remains. */
const SUCCESS_MARGIN = 0.02;

/**
 * The items that may come next. Never an item already seen, out of scope or not allowed; each further rule, from
 * the strongest, keeps what it can and yields when it would leave nothing: empty only if no such item is left.
 */
export function candidatesOf(
  situation: Situation,
  outlooks: readonly Outlook[],
  isAllowed: Allowed,
): Candidates {
  const { bank, policy } = situation;
  const { items } = bank;
  const index = indexOf(bank);
  const scope = bank.competences.map((_, competence) => policy.scope.includes(competence));
  const isSeen = new Uint8Array(items.length);
  for (const { id } of situation.seen) {
    const place = index.places.get(id);
    if (place !== undefined) isSeen[place] = 1;
  }
  const fitting = new Int32Array(items.length);
  let count = 0;
  for (let place = 0; place < items.length; place += 1) {
    if (isSeen[place] === 1 || scope[index.competences[place] as number] !== true) continue;
    const item = items[place] as Item;
    if (policy.skill !== undefined && item.skill !== policy.skill) continue;
    if (!isAllowed(item)) continue;
    fitting[count] = place;
    count += 1;
  }
  let candidates: Int32Array = fitting.subarray(0, count);
  const relaxed: RuleName[] = [];
  if (candidates.length === 0) return { candidates, relaxed };
  for (const rule of RULES) {
    const keeps = keeperOf(rule, situation, index, candidates, outlooks);
    if (keeps === undefined) continue;
    const kept = keep(candidates, keeps);
    if (kept > 0) candidates = candidates.subarray(0, kept);
    else relaxed.push(rule);
  }
  return { candidates, relaxed };
}

/** Moves what is kept to the front, in its order, and gives how many that are: where it is none, all stay as they were. */
function keep(candidates: Int32Array, keeps: Keeps): number {
  let count = 0;
  for (const place of candidates) {
    if (!keeps(place)) continue;
    candidates[count] = place;
    count += 1;
  }
  return count;
}

/** What the rule keeps, or undefined where it has nothing to say. */
function keeperOf(
  rule: RuleName,
  situation: Situation,
  index: BankIndex,
  candidates: Int32Array,
  outlooks: readonly Outlook[],
): Keeps | undefined {
  const { bank, policy, posterior, seen } = situation;
  const { areas, competences, difficulties } = index;
  const itemAt = (place: number): Item => bank.items[place] as Item;
  const last = seen.at(-1);
  switch (rule) {
    case 'enemies':
      return index.hasEnemies && seen.length > 0 ? enemyKeeper(seen, itemAt) : undefined;
    case 'areas': {
      const areaAt = (place: number): number => areas[competences[place] as number] as number;
      const asked = seen.map(({ competence }) => areas[competence] as number);
      return balanceKeeper(situation, candidates, areaAt, asked, bank.areas.length, policy.perArea);
    }
    case 'competences': {
      const competenceAt = (place: number): number => competences[place] as number;
      const asked = seen.map(({ competence }) => competence);
      const { perCompetence } = policy;
      return balanceKeeper(situation, candidates, competenceAt, asked, areas.length, perCompetence);
    }
    case 'ceiling': {
      if (policy.comfort.levelsAbove === Infinity) return undefined;
      const ceilings = posterior.beliefs.map(({ mean }) => {
        return bank.cuts[levelAt(mean, bank.cuts) + policy.comfort.levelsAbove] ?? Infinity;
      });
      return (place) => (difficulties[place] as number) < (ceilings[competences[place] as number] as number);
    }
    case 'skill':
      return last?.skill === undefined ? undefined : (place) => itemAt(place).skill !== last.skill;
    case 'timed':
      return last?.timed === true ? (place) => itemAt(place).timed !== true : undefined;
    case 'misses': {
      if (last === undefined || situation.misses < policy.comfort.missesInRow) return undefined;
      const area = areas[last.competence];
      return (place) => areas[competences[place] as number] !== area;
    }
    case 'success':
      return successKeeper(situation, index, candidates, outlooks);
  }
}

function enemyKeeper(seen: readonly Item[], itemAt: (place: number) => Item): Keeps {
  const named = new Set(seen.flatMap(({ enemies }) => enemies ?? []));
  const ids = new Set(seen.map(({ id }) => id));
  return (place) => {
    const { id, enemies } = itemAt(place);
    return !named.has(id) && enemies?.some((enemy) => ids.has(enemy)) !== true;
  };
}

/** The groups short of their least number when only just enough questions remain for them, else those under their most. */
function balanceKeeper(
  { policy, count }: Situation,
  candidates: Int32Array,
  groupAt: (place: number) => number,
  answered: readonly number[],
  groups: number,
  limits: Range | undefined,
): Keeps | undefined {
  if (limits === undefined) return undefined;
  const asked = new Array<number>(groups).fill(0);
  for (const group of answered) asked[group] = (asked[group] as number) + 1;
  const left = policy.length.most - count;
  const owedAtMost = asked.reduce((sum, questions) => sum + Math.max(0, limits.least - questions), 0);
  if (owedAtMost < left && asked.every((questions) => questions < limits.most)) return undefined;
  const isPresent = new Array<boolean>(groups).fill(false);
  for (const place of candidates) isPresent[groupAt(place)] = true;
  const missing = asked.map((questions, group) =>
    isPresent[group] ? Math.max(0, limits.least - questions) : 0,
  );
  const owed = missing.reduce((sum, questions) => sum + questions, 0);
  const mustCatchUp = owed > 0 && owed >= left;
  const isOpen = asked.map((questions, group) =>
    mustCatchUp ? (missing[group] as number) > 0 : questions < limits.most,
  );
  return (place) => isOpen[groupAt(place)] === true;
}

/** On the first and the last question, the items of enough expected success, or else the easiest there are. */
function successKeeper(
  situation: Situation,
  { curves, competences }: BankIndex,
  candidates: Int32Array,
  outlooks: readonly Outlook[],
): Keeps | undefined {
  const wanted = successWanted(situation);
  if (wanted === 0) return undefined;
  const successes = new Float64Array(competences.length);
  let best = 0;
  for (const place of candidates) {
    const success = expectedSuccess(curves, place, outlooks[competences[place] as number] as Outlook);
    successes[place] = success;
    best = Math.max(best, success);
  }
  const least = best >= wanted ? wanted : best - SUCCESS_MARGIN;
  return (place) => (successes[place] as number) >= least;
}

function successWanted({ policy, count }: Situation): number {
  if (count === 0) return policy.comfort.firstSuccess;
  return count === policy.length.most - 1 ? policy.comfort.lastSuccess : 0;
}
