import type { Bank } from '#lib/adaptive/bank.ts';
import { areasGoal, competenceGoal, overallGoal, profileGoal, type Goal } from '#lib/adaptive/goal.ts';

export const POLICIES = [
  'flash',
  'diagnostic',
  'diagnostic-long',
  'competence',
  'profile',
  'certification',
  'practice',
  'review',
  'paper',
] as const;
export type PolicyName = (typeof POLICIES)[number];

/** A least and a greatest number of questions. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** All that makes one kind of assessment differ from another: data, which one engine reads. */
export interface Policy {
  readonly name: PolicyName;
  readonly goal: Goal;
  /** Competences that may be asked about. */
  readonly scope: readonly number[];
  /** The only skill that may be asked about; absent: all. */
  readonly skill?: string;
  readonly length: Range;
  /** A fixed form: the ids of the items to ask, in this order, whatever is answered. Absent: each is chosen. */
  readonly form?: readonly string[];
  /** Stop early once each target's level by those cuts is known, `within` levels, with this probability. */
  readonly certainty?: {
    readonly probability: number;
    readonly within: 0 | 1;
    readonly cuts: readonly number[];
  };
  /** Stop early once the mean SD of the targets is no more than this. */
  readonly meanSd?: number;
  /** Stop early when the best item is expected to lower the goal's loss by less than this. */
  readonly leastDrop?: number;
  /** Questions in each area of the scope, and in each competence. */
  readonly perArea?: Range;
  readonly perCompetence?: Range;
  readonly comfort: Comfort;
  /** An item's worth is lowered by a random share, up to this, so that near-ties take turns. */
  readonly nearTie: number;
  /** What each item's worth is divided by, in the order of the bank, to keep exposure under a cap. */
  readonly prices?: readonly number[];
  /** No item is to meet more than this share of people; the prices see to it. */
  readonly exposureCap?: number;
  /** In how many days an answer comes to count for half. */
  readonly halfLifeDays?: number;
  /** With fewer questions answered, skipped ones aside, there is no result. */
  readonly leastAnswered?: number;
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
/** No rule for comfort: what the selection does by itself. */
export const NO_COMFORT: Comfort = {
  firstSuccess: 0,
  lastSuccess: 0,
  levelsAbove: Infinity,
  missesInRow: Infinity,
};
const NEAR_TIE = 0.03;
/** How much chance spreads the first questions where exposure has a cap: all learners look alike then. */
export const SPREAD = 0.6;
/** Half a year: what somebody could do with a screen last summer tells something, and less than last week. */
const HALF_LIFE_DAYS = 180;

/** Six to eight questions for one of three bands: to begin, in between, at ease. */
export function flashPolicy(bank: Bank): Policy {
  const bands = bank.cuts.filter((_, index) => index === 2 || index === 4);
  return {
    name: 'flash',
    goal: overallGoal(bank),
    scope: everyCompetence(bank),
    length: { least: 6, most: 8 },
    certainty: { probability: 0.9, within: 0, cuts: bands },
    perArea: { least: 1, most: 3 },
    comfort: COMFORT,
    nearTie: NEAR_TIE,
  };
}

/** The mediator's quick test: exactly ten questions for the level in each area, from one to three in each. */
export function diagnosticPolicy(bank: Bank): Policy {
  return {
    name: 'diagnostic',
    goal: areasGoal(bank),
    scope: everyCompetence(bank),
    length: { least: 10, most: 10 },
    perArea: { least: 1, most: 3 },
    comfort: COMFORT,
    nearTie: NEAR_TIE,
  };
}

/** The longer diagnostic: 16 to 20 questions, until each area's level is known within one at 95 %. */
export function longDiagnosticPolicy(bank: Bank): Policy {
  return {
    ...diagnosticPolicy(bank),
    name: 'diagnostic-long',
    length: { least: 16, most: 20 },
    certainty: { probability: 0.95, within: 1, cuts: bank.cuts },
    perArea: { least: 2, most: 6 },
  };
}

/** One competence: from 8 to 15 questions, until its level is known within one at 95 %. */
export function competencePolicy(bank: Bank, competence: number): Policy {
  return {
    name: 'competence',
    goal: competenceGoal(bank, competence),
    scope: [competence],
    length: { least: 8, most: 15 },
    certainty: { probability: 0.95, within: 1, cuts: bank.cuts },
    comfort: COMFORT,
    nearTie: NEAR_TIE,
  };
}

/** All competences over several days: until their mean SD is 0.45, or 64 questions, or nothing more to gain. */
export function profilePolicy(bank: Bank): Policy {
  return {
    name: 'profile',
    goal: profileGoal(bank),
    scope: everyCompetence(bank),
    length: { least: 16, most: 64 },
    meanSd: 0.45,
    leastDrop: 0.001,
    comfort: COMFORT,
    nearTie: NEAR_TIE,
    halfLifeDays: HALF_LIFE_DAYS,
  };
}

/** Thirty-two questions for a global score and a profile, every competence asked, no item met by over a quarter. */
export function certificationPolicy(bank: Bank): Policy {
  const prices = bank.prices?.['certification'];
  return {
    name: 'certification',
    goal: [...profileGoal(bank), ...overallGoal(bank)],
    scope: everyCompetence(bank),
    length: { least: 32, most: 32 },
    perCompetence: { least: 1, most: 3 },
    comfort: COMFORT,
    nearTie: SPREAD,
    exposureCap: 0.25,
    leastAnswered: 24,
    ...(prices === undefined ? {} : { prices }),
  };
}

/** One skill, as long as somebody likes. */
export function practicePolicy(bank: Bank, competence: number, skill: string): Policy {
  return {
    name: 'practice',
    goal: competenceGoal(bank, competence),
    scope: [competence],
    skill,
    length: { least: 0, most: Infinity },
    comfort: COMFORT,
    nearTie: NEAR_TIE,
  };
}

/** One question about one skill, on the day that the spaced review asks for it. */
export function reviewPolicy(bank: Bank, competence: number, skill: string): Policy {
  return { ...practicePolicy(bank, competence, skill), name: 'review', length: { least: 1, most: 1 } };
}

/** How many questions a form on paper has. */
export const PAPER_LENGTH = 10;

/** A form that was printed: its items in their order, since paper cannot choose. What it measures is each area. */
export function paperPolicy(bank: Bank, form: readonly string[]): Policy {
  return {
    name: 'paper',
    goal: areasGoal(bank),
    scope: everyCompetence(bank),
    length: { least: PAPER_LENGTH, most: PAPER_LENGTH },
    form,
    comfort: NO_COMFORT,
    nearTie: 0,
  };
}

function everyCompetence(bank: Bank): readonly number[] {
  return bank.competences.map((_, index) => index);
}
