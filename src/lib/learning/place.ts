/** Where somebody stands in a lesson. */
export interface Place {
  readonly lesson: string;
  /** From 1. */
  readonly step: number;
  readonly total: number;
  /** What the device could not keep, in words; empty when all is well. */
  readonly problem: string;
}

/** What an address asks of a lesson of `total` steps: its cover (0), one of its steps, or what comes after the last (`total` + 1). */
export function stepAsked(asked: string | null, total: number): number {
  if (asked === 'end') return total + 1;
  const step = Number(asked ?? 0);
  return Number.isInteger(step) && step >= 1 && step <= total ? step : 0;
}
