import { curveTable, type CurveTable } from '#lib/adaptive/curve.ts';
import { GREATEST_RHO } from '#lib/adaptive/factor.ts';
import { worthDoubt, type Item } from '#lib/adaptive/item.ts';
import { log } from '#lib/base/exp-log.ts';
import { textHash } from '#lib/base/random.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';

/** Items, and the frame they stand in. */
export interface Bank {
  readonly competences: readonly string[];
  /** Competence indexes of each area; each competence is in exactly one. */
  readonly areas: readonly (readonly number[])[];
  /** Share of each competence's variance that is due to the general factor. */
  readonly rho: readonly number[];
  /** Doubt about those shares: the SD of an error of their logits, common to all. */
  readonly rhoDoubt: number;
  /** Increasing thresholds on the ability scale: level n starts at cut n - 1. */
  readonly cuts: readonly number[];
  readonly items: readonly Item[];
  /** By policy: what each item's worth is divided by to keep its exposure under the policy's cap, one number an item. */
  readonly prices?: Readonly<Record<string, readonly number[]>>;
}

export type BankRefusal =
  | 'badCompetences'
  | 'areasDoNotPartition'
  | 'rhoOutOfRange'
  | 'badRhoDoubt'
  | 'cutsNotIncreasing'
  | 'duplicateItem'
  | 'unknownCompetence'
  | 'badDiscrimination'
  | 'badDifficulty'
  | 'badGuessing'
  | 'badSteps'
  | 'badDoubt'
  | 'badPrices';

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
  if (!isDoubt(bank.rhoDoubt)) return refusal('badRhoDoubt', String(bank.rhoDoubt));
  if (bank.cuts.length === 0 || !bank.cuts.every((cut, index) => isAfter(cut, bank.cuts[index - 1]))) {
    return refusal('cutsNotIncreasing', bank.cuts.join(' '));
  }
  const seen = new Set<string>();
  for (const item of bank.items) {
    if (seen.has(item.id)) return refusal('duplicateItem', item.id);
    seen.add(item.id);
    const reason = faultOf(item, count);
    if (reason !== undefined) return refusal(reason, item.id);
  }
  for (const [policy, prices] of Object.entries(bank.prices ?? {})) {
    if (prices.length !== bank.items.length || !prices.every((price) => price >= 1 && price < Infinity))
      return refusal('badPrices', policy);
  }
  return success(bank);
}

/** What selection and rules look up, worked out once for a bank object, which never changes; arrays are by item. */
export interface BankIndex {
  /** Where in the bank's items each id stands. */
  readonly places: ReadonlyMap<string, number>;
  /** The area of each competence. */
  readonly areas: readonly number[];
  readonly curves: CurveTable;
  readonly competences: Int32Array;
  readonly difficulties: Float64Array;
  /** How far what each item tells is in doubt, as a share of it. */
  readonly worthDoubts: Float64Array;
  /** The log of each slope, held from -1 to 1.5. */
  readonly steepnesses: Float64Array;
  readonly hasEnemies: boolean;
  /** A hash of each id: what settles near-ties, whatever the order of the bank. */
  readonly hashes: Int32Array;
}

const indexes = new WeakMap<Bank, BankIndex>();

/** The item of that id, or undefined. */
export function itemOf(bank: Bank, id: string): Item | undefined {
  return bank.items[indexOf(bank).places.get(id) ?? -1];
}

/** The index of the area each competence belongs to, in the order of the competences. */
export function areasByCompetence(bank: Bank): readonly number[] {
  return indexOf(bank).areas;
}

/** What is looked up of a bank for each question. */
export function indexOf(bank: Bank): BankIndex {
  let index = indexes.get(bank);
  if (index === undefined) {
    let table: CurveTable | undefined;
    index = {
      places: new Map(bank.items.map(({ id }, place) => [id, place])),
      areas: bank.competences.map((_, competence) =>
        bank.areas.findIndex((area) => area.includes(competence)),
      ),
      // Only a choice needs them all; to go over answers again takes the curves of a few.
      get curves() {
        return (table ??= curveTable(bank.items));
      },
      competences: Int32Array.from(bank.items, ({ competence }) => competence),
      difficulties: Float64Array.from(bank.items, ({ b }) => b),
      worthDoubts: Float64Array.from(bank.items, worthDoubt),
      steepnesses: Float64Array.from(bank.items, ({ a }) => Math.max(-1, Math.min(1.5, log(a)))),
      hasEnemies: bank.items.some(({ enemies = [] }) => enemies.length > 0),
      hashes: Int32Array.from(bank.items, ({ id }) => textHash(id)),
    };
    indexes.set(bank, index);
  }
  return index;
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
