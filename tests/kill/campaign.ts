/** One run: some kills, one after the other, of what one seed draws. */
export interface KillRun {
  readonly kills: number;
  /** Told as kept, by receipts or on the screen, until the last kill. */
  readonly told: number;
  /** Under way when a kill came, and never answered. */
  readonly cut: number;
  /** Kept although nobody was told: the kill came between the two. */
  readonly unheard: number;
  readonly lost: number;
  readonly doubled: number;
  readonly faults: readonly string[];
}

/** What all runs came to. */
export interface KillCampaign extends Omit<KillRun, 'faults'> {
  readonly runs: number;
  readonly seed: number;
  readonly failed: readonly { readonly seed: number; readonly faults: readonly string[] }[];
}

/** How many kills are of one seed. */
const killsOfRun = 5;

/** The runs that make so many kills, each with a seed of its own; the last one may be shorter. */
export function runsOf(
  kills: number,
  seed: number,
): readonly { readonly seed: number; readonly kills: number }[] {
  return Array.from({ length: Math.ceil(kills / killsOfRun) }, (_, index) => ({
    seed: seed + index,
    kills: Math.min(killsOfRun, kills - index * killsOfRun),
  }));
}

/** The sum of some runs; one in which nothing was told as kept proves nothing, and has failed. */
export function together(runs: readonly (KillRun & { readonly seed: number })[], seed: number): KillCampaign {
  const sum = (count: (run: KillRun) => number): number => runs.reduce((total, run) => total + count(run), 0);
  const failed = runs.flatMap(({ seed: own, told, faults }) => {
    const all = told === 0 ? [...faults, 'nothing was told as kept: it proves nothing'] : faults;
    return all.length === 0 ? [] : [{ seed: own, faults: all }];
  });
  return {
    ...{ runs: runs.length, seed, kills: sum(({ kills }) => kills), told: sum(({ told }) => told) },
    ...{ cut: sum(({ cut }) => cut), unheard: sum(({ unheard }) => unheard) },
    ...{ lost: sum(({ lost }) => lost), doubled: sum(({ doubled }) => doubled), failed },
  };
}
