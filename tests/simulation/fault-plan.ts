import { seededRandom } from '#lib/base/random.ts';

/** Where something may go wrong, and how often each kind does there. */
const hazards = {
  read: { deviceKilled: 0.002, handleLost: 0.002 },
  write: { deviceKilled: 0.008, storageFull: 0.012, transactionAborted: 0.012, handleLost: 0.006 },
  /** A write to what is about to leave. */
  sealing: { deviceKilled: 0.04, storageFull: 0.02, transactionAborted: 0.02, handleLost: 0.01 },
  written: { deviceKilled: 0.01 },
  confirmed: { deviceKilled: 0.012 },
  request: {
    ...{ deviceKilled: 0.02, requestLost: 0.07, tlsFailed: 0.03, portal: 0.04, requestCut: 0.04 },
    ...{ verySlow: 0.06, duplicated: 0.06, flapping: 0.02, receiptForged: 0.04 },
  },
  answer: { answerLost: 0.08, answerCut: 0.05, deviceKilled: 0.02 },
  download: {
    deviceKilled: 0.02,
    requestLost: 0.04,
    portal: 0.04,
    answerCut: 0.1,
    chunkDamaged: 0.04,
    tlsFailed: 0.02,
  },
  statement: { serverKilled: 0.006, diskFull: 0.004, diskReadOnly: 0.003 },
  migration: { serverKilled: 0.012 },
  between: {
    ...{ clockJumped: 0.06, storageWiped: 0.002, contentUpdated: 0.03 },
    ...{ serverRestarted: 0.02, otherNode: 0.04 },
  },
  older: { appUpdated: 0.06 },
  tap: { twoTabs: 0.1 },
  agreeing: { eventUnfit: 0.08 },
  /** Between two attempts. */
  copying: { deviceCopied: 0.15 },
  restoring: { serverRestored: 0.12 },
  sending: { twoTabs: 0.15, reordered: 0.3 },
} as const;

/** How many times as often things go wrong: some devices have a quiet life, others all at once. */
const weathers = [1, 2, 2.5] as const;

/** A place where something may go wrong. */
export type Gate = keyof typeof hazards;
/** Something that goes wrong. */
export type FaultKind = { [Each in Gate]: keyof (typeof hazards)[Each] }[Gate];

/** Every kind, in the order of the table. */
export const faultKinds: readonly FaultKind[] = [
  ...new Set(Object.values(hazards).flatMap((each) => Object.keys(each) as FaultKind[])),
];

/** Which of a run's places fail: drawn from its seed, or one place alone. */
export interface Drawing {
  readonly seed: number;
  /** The kinds that may come; all when absent. */
  readonly only?: ReadonlySet<FaultKind>;
  /** Instead of drawing: the device is killed at this one of its gates, and nothing else happens. */
  readonly killedAt?: number;
}

/** Draws each fault from the seed, the step of the run and the place: the same seed gives the same faults. */
export class FaultPlan {
  readonly counts = new Map<FaultKind, number>();
  /** The faults so far, for who reads a seed that failed. */
  readonly told: string[] = [];
  /** The gates of the device that were passed. */
  passed = 0;
  isOver = false;
  readonly #drawing: Drawing;
  readonly #weather: number;
  #step = '';
  #steps = 0;
  #visits = new Map<string, number>();

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
    this.#weather =
      weathers[Math.floor(seededRandom(`${drawing.seed} weather`)() * weathers.length)] ?? weathers[0];
  }

  /** A step of the run begins: draws in it depend on nothing before it. */
  begin(name: string): void {
    this.#step = `${(this.#steps += 1)} ${name}`;
    this.#visits = new Map();
  }

  /** What goes wrong here and now, if anything. */
  at(gate: Gate, place: string): FaultKind | undefined {
    const { seed, only, killedAt } = this.#drawing;
    if (this.isOver) return undefined;
    if (killedAt !== undefined) return this.#counted(gate, place, killedAt);
    const name = `${gate} ${place}`;
    const visit = (this.#visits.get(name) ?? 0) + 1;
    this.#visits.set(name, visit);
    let draw = seededRandom(`${seed} ${this.#step} ${name} ${visit}`)();
    for (const [kind, chance] of Object.entries(hazards[gate]) as [FaultKind, number][]) {
      const often = chance * this.#weather;
      if (draw >= often) draw -= often;
      else return only?.has(kind) === false ? undefined : this.note(kind, name);
    }
    return undefined;
  }

  /** A number from 0 to 1 for a choice of this step. */
  chance(what: string): number {
    return seededRandom(`${this.#drawing.seed} ${this.#step} ${what}`)();
  }

  /** Counts a fault. */
  note(kind: FaultKind, place: string): FaultKind {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    this.told.push(`${this.#step}, ${place}: ${kind}`);
    return kind;
  }

  #counted(gate: Gate, place: string, killedAt: number): FaultKind | undefined {
    if (!('deviceKilled' in hazards[gate])) return undefined;
    this.passed += 1;
    return this.passed === killedAt ? this.note('deviceKilled', `${gate} ${place}`) : undefined;
  }
}
