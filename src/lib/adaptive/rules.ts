import { areasByCompetence } from '#lib/adaptive/bank.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { levelAt } from '#lib/adaptive/level.ts';
import { expectedSuccess, type Belief } from '#lib/adaptive/response-model.ts';
import type { Allowed, Situation } from '#lib/adaptive/situation.ts';

/** The rules that yield when they would leave nothing to ask, the strongest first: the weakest yields first. */
export const RULES = ['enemies', 'balance', 'ceiling', 'skill', 'timed', 'misses', 'success'] as const;
export type RuleName = (typeof RULES)[number];

export interface Candidates {
  readonly items: readonly Item[];
  /** Rules that this bank could not keep at this point. */
  readonly relaxed: readonly RuleName[];
}

type Keeps = (item: Item, index: number) => boolean;

/** Success may fall short of what the policy asks for by this much of the best the bank can do: a choice remains. */
const SUCCESS_MARGIN = 0.02;

/**
 * The items that may come next. Never an item already seen, out of scope or not allowed; each further rule, from
 * the strongest, keeps what it can and yields when it would leave nothing: empty only if no such item is left.
 */
export function candidatesOf(situation: Situation, isAllowed: Allowed): Candidates {
  const { bank, policy } = situation;
  const seen = new Set(situation.seen);
  const scope = bank.competences.map((_, competence) => policy.scope.includes(competence));
  let items = bank.items.filter((item) => scope[item.competence] && !seen.has(item) && isAllowed(item));
  const relaxed: RuleName[] = [];
  if (items.length === 0) return { items, relaxed };
  for (const rule of RULES) {
    const keeps = keeperOf(rule, situation, items);
    if (keeps === undefined) continue;
    const kept = items.filter(keeps);
    if (kept.length > 0) items = kept;
    else relaxed.push(rule);
  }
  return { items, relaxed };
}

/** What the rule keeps, or undefined where it has nothing to say. */
function keeperOf(rule: RuleName, situation: Situation, items: readonly Item[]): Keeps | undefined {
  const { bank, policy, posterior, seen } = situation;
  const areas = areasByCompetence(bank);
  const last = seen.at(-1);
  switch (rule) {
    case 'enemies': {
      const named = new Set(seen.flatMap(({ enemies }) => enemies ?? []));
      const ids = new Set(seen.map(({ id }) => id));
      const isNamed = (item: Item): boolean => named.size > 0 && named.has(item.id);
      return (item) => !isNamed(item) && item.enemies?.some((id) => ids.has(id)) !== true;
    }
    case 'balance':
      return balanceKeeper(situation, items);
    case 'ceiling': {
      const ceilings = posterior.beliefs.map(({ mean }) => {
        return bank.cuts[levelAt(mean, bank.cuts) + policy.comfort.levelsAbove] ?? Infinity;
      });
      return (item) => item.b < (ceilings[item.competence] as number);
    }
    case 'skill':
      return last?.skill === undefined ? undefined : (item) => item.skill !== last.skill;
    case 'timed':
      return last?.timed === true ? (item) => item.timed !== true : undefined;
    case 'misses': {
      if (last === undefined || situation.misses < policy.comfort.missesInRow) return undefined;
      const area = areas[last.competence];
      return (item) => areas[item.competence] !== area;
    }
    case 'success':
      return successKeeper(situation, items);
  }
}

/** The areas short of their least number when only just enough questions remain for them, else those under their most. */
function balanceKeeper(situation: Situation, items: readonly Item[]): Keeps | undefined {
  const { bank, policy, perArea, count } = situation;
  const limits = policy.perArea;
  if (limits === undefined) return undefined;
  const areas = areasByCompetence(bank);
  const isPresent = perArea.map(() => false);
  for (const { competence } of items) isPresent[areas[competence] as number] = true;
  const missing = perArea.map((asked, area) => (isPresent[area] ? Math.max(0, limits.least - asked) : 0));
  const owed = missing.reduce((sum, questions) => sum + questions, 0);
  const mustCatchUp = owed > 0 && owed >= policy.length.most - count;
  const isOpen = perArea.map((asked, area) =>
    mustCatchUp ? (missing[area] as number) > 0 : asked < limits.most,
  );
  return (item) => isOpen[areas[item.competence] as number] === true;
}

/** On the first and the last question, the items of enough expected success, or else the easiest there are. */
function successKeeper(situation: Situation, items: readonly Item[]): Keeps | undefined {
  const wanted = successWanted(situation);
  if (wanted === 0) return undefined;
  const successes = items.map((item) =>
    expectedSuccess(item, situation.posterior.beliefs[item.competence] as Belief),
  );
  const best = successes.reduce((most, success) => Math.max(most, success), 0);
  const least = best >= wanted ? wanted : best - SUCCESS_MARGIN;
  return (_, index) => (successes[index] as number) >= least;
}

function successWanted({ policy, count }: Situation): number {
  if (count === 0) return policy.comfort.firstSuccess;
  return count === policy.length.most - 1 ? policy.comfort.lastSuccess : 0;
}
