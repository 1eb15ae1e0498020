/** The five areas of the framework, by their ids. */
export const areas = ['1', '2', '3', '4', '5'] as const;
export type Area = (typeof areas)[number];

/** The level of an area or a competence, never without how sure it is. */
export interface MeasuredLevel {
  /** The id of an area (`1`) or of a competence (`1.1`). */
  readonly area: string;
  /** 0 to 8. */
  readonly level: number;
  /** Nine times in ten the true level is from `low` to `high`. */
  readonly low: number;
  readonly high: number;
  /** Probability that the true level is exactly this one. */
  readonly certainty: number;
}

/** What one person sent, once, and did not take back. */
export interface Participation {
  /** Names it in an address: device, epoch and sequence. */
  readonly id: string;
  readonly device: string;
  readonly epoch: number;
  /** Of the agreement. */
  readonly seq: number;
  readonly campaign: string;
  readonly nickname: string;
  readonly avatar: string;
  readonly scope: 'levels' | 'answers';
  readonly policy: string;
  /** The learner's local day, as YYYY-MM-DD. */
  readonly day: string;
  readonly bundle: string;
  readonly revision: string;
  readonly levels: readonly MeasuredLevel[];
  readonly verdict: 'stated' | 'verified' | 'differs' | 'notVerifiable';
  /** How many answers came with it. */
  readonly answers: number;
  /** UTC milliseconds by the server's clock. */
  readonly received_at: number;
}

/** The level of a participation for an area or a competence, undefined when it was not measured. */
export function levelFor(participation: Participation, area: string): MeasuredLevel | undefined {
  return participation.levels.find((level) => level.area === area);
}
