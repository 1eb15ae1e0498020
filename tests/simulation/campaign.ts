import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { kindsCounted, sumOf, type Counts } from './counts.ts';
import type { FaultKind } from './fault-plan.ts';
import { makeInstallation } from './installation.ts';
import { oneRun, type Run } from './one-run.ts';

/** What is told of a run that ended with something wrong. */
export type FailedRun = Pick<Run, 'seed' | 'faults' | 'told'>;

/** The counts of many runs. */
export interface Campaign extends Counts {
  readonly seed: number;
  /** The runs that ended with something wrong. */
  readonly failed: readonly FailedRun[];
}

const slowTimerMs = 5_000;

/** Runs so many seeds; `told` hears of each run. With `isFirstEnough` the first failure ends it. */
export async function campaign(
  { runs, seed, only, isFirstEnough = false }: CampaignOptions,
  told: (share: number) => void,
): Promise<Campaign> {
  prepareProcess();
  const installation = await makeInstallation(Date.now());
  const all: Run[] = [];
  try {
    for (let each = seed; each < seed + runs; each += 1) {
      all.push(await oneRun({ seed: each, ...(only && { only }) }, installation));
      told(all.length / runs);
      if (isFirstEnough && isFailed(all.at(-1))) break;
    }
  } finally {
    rmSync(installation.folder, { recursive: true });
  }
  return totals(seed, all);
}

/** What a campaign is made of. */
export interface CampaignOptions {
  readonly runs: number;
  readonly seed: number;
  readonly only?: ReadonlySet<FaultKind>;
  readonly isFirstEnough?: boolean;
}

/** One run with one killing and nothing else, at each gate of the device in turn. */
export async function everyGate(seed: number, told: (share: number) => void): Promise<Campaign> {
  prepareProcess();
  const installation = await makeInstallation(Date.now());
  const all: Run[] = [];
  try {
    const { passed } = await oneRun({ seed, killedAt: Infinity }, installation);
    for (let killedAt = 1; killedAt <= passed; killedAt += 1) {
      all.push(await oneRun({ seed, killedAt }, installation));
      told(killedAt / passed);
    }
  } finally {
    rmSync(installation.folder, { recursive: true });
  }
  return totals(seed, all);
}

/** Whether anything was wrong at the end of a run. */
function isFailed(run: Run | undefined): boolean {
  return run !== undefined && run.faults.length > 0;
}

function totals(seed: number, all: readonly Run[]): Campaign {
  return { seed, ...sumOf(all.map(countsOf)), failed: all.filter(isFailed) };
}

function countsOf({ told, injected, lost, doubled, reordered, withoutConsent }: Run): Counts {
  const byKind = kindsCounted((kind) => injected.get(kind) ?? 0);
  return { runs: 1, faults: told.length, byKind, lost, doubled, reordered, withoutConsent };
}

/** What a killed application still waits for keeps nobody here; what Dexie says of a newer tab is no news. */
function prepareProcess(): void {
  console.warn = () => undefined;
  // By this thread in its next turn, as far from the caller as another thread's, and far quicker: the same seed meets the same turns.
  crypto.subtle.digest = (_, data) =>
    new Promise((resolve) => {
      const bytes = ArrayBuffer.isView(data)
        ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
        : new Uint8Array(data);
      const hash = new Uint8Array(createHash('sha256').update(bytes).digest());
      setImmediate(() => resolve(hash.buffer));
    });
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = ((work: () => void, ms?: number) => {
    const timer = wait(work, ms);
    if ((ms ?? 0) > slowTimerMs) timer.unref();
    return timer;
  }) as typeof setTimeout;
}
