import type { Bank } from '#lib/adaptive/bank.ts';
import { areasGoal, competenceGoal, type Goal } from '#lib/adaptive/goal.ts';

export type PolicyName = 'diagnostic' | 'competence';

/** All that makes one kind of assessment differ from another: data, which one engine reads. */
export interface Policy {
  readonly name: PolicyName;
  readonly goal: Goal;
  /** Competences that may be asked about. */
  readonly scope: readonly number[];
  readonly length: { readonly least: number; readonly most: number };
  /** Stop early once each target is within one level of its estimate with this probability; absent: never early. */
  readonly certainty?: number;
  /** Questions in each area of the scope. */
  readonly perArea?: { readonly least: number; readonly most: number };
  readonly comfort: Comfort;
  /** Items whose expected gain is within this share of the best are drawn from at random. */
  readonly nearTie: number;
}

export interface Comfort {
  /** Success to expect, at least, of the first question and of the last. */
  readonly firstSuccess: number;
  readonly lastSuccess: number;
  /** How many levels above the competence's estimate an item may stand. */
  readonly levelsAbove: number;
  /** After that many answers in a row without any credit, the next item is of another area. */
  readonly missesInRow: number;
}

const COMFORT: Comfort = { firstSuccess: 0.75, lastSuccess: 0.8, levelsAbove: 2, missesInRow: 3 };
const NEAR_TIE = 0.1;

/** The mediator's quick test: exactly ten questions for the level in each area, from one to three in each. */
export function diagnosticPolicy(bank: Bank): Policy {
  return {
    name: 'diagnostic',
    goal: areasGoal(bank),
    scope: bank.competences.map((_, index) => index),
    length: { least: 10, most: 10 },
    perArea: { least: 1, most: 3 },
    comfort: COMFORT,
    nearTie: NEAR_TIE,
  };
}

/** One competence: from 8 to 15 questions, until its level is known within one at 95 %. */
export function competencePolicy(competence: number): Policy {
  return {
    name: 'competence',
    goal: competenceGoal(competence),
    scope: [competence],
    length: { least: 8, most: 15 },
    certainty: 0.95,
    comfort: COMFORT,
    nearTie: NEAR_TIE,
  };
}
