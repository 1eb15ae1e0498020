import { faultKinds, type FaultKind } from './fault-plan.ts';

/** What was counted in some runs. */
export interface Counts {
  readonly runs: number;
  readonly faults: number;
  readonly byKind: Readonly<Record<FaultKind, number>>;
  readonly lost: number;
  readonly doubled: number;
  readonly reordered: number;
  readonly withoutConsent: number;
}

/** The counts of several parts together. */
export function sumOf(parts: readonly Counts[]): Counts {
  const sum = (count: (part: Counts) => number): number =>
    parts.reduce((total, part) => total + count(part), 0);
  return {
    runs: sum(({ runs }) => runs),
    faults: sum(({ faults }) => faults),
    byKind: kindsCounted((kind) => sum(({ byKind }) => byKind[kind])),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    reordered: sum(({ reordered }) => reordered),
    withoutConsent: sum(({ withoutConsent }) => withoutConsent),
  };
}

/** A number for each kind of fault. */
export function kindsCounted(count: (kind: FaultKind) => number): Readonly<Record<FaultKind, number>> {
  return Object.fromEntries(faultKinds.map((kind) => [kind, count(kind)])) as Record<FaultKind, number>;
}
