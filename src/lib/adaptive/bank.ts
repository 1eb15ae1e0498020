import type { Item } from '#lib/adaptive/item.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';

/** Items, and the frame they stand in. */
export interface Bank {
  readonly competences: readonly string[];
  /** Competence indexes of each area; each competence is in exactly one. */
  readonly areas: readonly (readonly number[])[];
  /** Share of each competence's variance that is due to the general factor. */
  readonly rho: readonly number[];
  /** Eight increasing thresholds on the ability scale: level n starts at cut n - 1. */
  readonly cuts: readonly number[];
  readonly items: readonly Item[];
}

export type BankRefusal =
  | 'badCompetences'
  | 'areasDoNotPartition'
  | 'rhoOutOfRange'
  | 'cutsNotIncreasing'
  | 'duplicateItem'
  | 'unknownCompetence'
  | 'badDiscrimination'
  | 'badDifficulty'
  | 'badGuessing'
  | 'badSteps'
  | 'badDoubt';

const CUT_COUNT = 8;
/** Above this share the conditional density would be narrower than the posterior's grid can carry. */
const GREATEST_RHO = 0.95;

/** The bank itself when the engine can work with it, or the first reason why not. An empty list of items is allowed. */
export function checkBank(bank: Bank): Result<Bank, BankRefusal> {
  const count = bank.competences.length;
  if (count === 0 || new Set(bank.competences).size !== count)
    return refusal('badCompetences', 'none, or one twice');
  const inAreas = [...bank.areas.flat()].sort((one, other) => one - other);
  if (inAreas.length !== count || inAreas.some((competence, index) => competence !== index)) {
    return refusal('areasDoNotPartition', `areas hold ${inAreas.join(' ')}`);
  }
  if (bank.areas.some((area) => area.length === 0)) return refusal('areasDoNotPartition', 'an area is empty');
  if (bank.rho.length !== count || !bank.rho.every((rho) => rho >= 0 && rho <= GREATEST_RHO)) {
    return refusal('rhoOutOfRange', `one rho a competence, from 0 to ${GREATEST_RHO}`);
  }
  if (
    bank.cuts.length !== CUT_COUNT ||
    !bank.cuts.every((cut, index) => isAfter(cut, bank.cuts[index - 1]))
  ) {
    return refusal('cutsNotIncreasing', bank.cuts.join(' '));
  }
  const seen = new Set<string>();
  for (const item of bank.items) {
    if (seen.has(item.id)) return refusal('duplicateItem', item.id);
    seen.add(item.id);
    const reason = faultOf(item, count);
    if (reason !== undefined) return refusal(reason, item.id);
  }
  return success(bank);
}

/** What is looked up for every item, worked out once for a bank object, which never changes. */
interface Lookup {
  readonly items: ReadonlyMap<string, Item>;
  /** The area of each competence. */
  readonly areas: readonly number[];
}

const lookups = new WeakMap<Bank, Lookup>();

/** The item of that id, or undefined. */
export function itemOf(bank: Bank, id: string): Item | undefined {
  return lookupOf(bank).items.get(id);
}

/** The index of the area each competence belongs to, in the order of the competences. */
export function areasByCompetence(bank: Bank): readonly number[] {
  return lookupOf(bank).areas;
}

function lookupOf(bank: Bank): Lookup {
  let lookup = lookups.get(bank);
  if (lookup === undefined) {
    lookup = {
      items: new Map(bank.items.map((item) => [item.id, item])),
      areas: bank.competences.map((_, competence) =>
        bank.areas.findIndex((area) => area.includes(competence)),
      ),
    };
    lookups.set(bank, lookup);
  }
  return lookup;
}

function faultOf(item: Item, competences: number): BankRefusal | undefined {
  if (!Number.isInteger(item.competence) || item.competence < 0 || item.competence >= competences) {
    return 'unknownCompetence';
  }
  if (!(item.a > 0 && item.a < Infinity)) return 'badDiscrimination';
  if (!Number.isFinite(item.b)) return 'badDifficulty';
  if (!(item.c >= 0 && item.c < 1)) return 'badGuessing';
  if (item.steps !== undefined) {
    if (item.steps.length === 0 || !item.steps.every((step) => Number.isFinite(step))) return 'badSteps';
    if (item.c > 0) return 'badGuessing';
  }
  if (item.sd !== undefined && !(isDoubt(item.sd.a) && isDoubt(item.sd.b))) return 'badDoubt';
  return undefined;
}

function isDoubt(sd: number): boolean {
  return sd >= 0 && sd < Infinity;
}

function isAfter(cut: number, previous: number | undefined): boolean {
  return Number.isFinite(cut) && (previous === undefined || cut > previous);
}
