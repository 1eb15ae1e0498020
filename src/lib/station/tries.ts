/** Tries at a secret that failed in a row, and what is left of the wait they cost (milliseconds of a page that is open). */
export interface Tries {
  readonly failed: number;
  readonly waitMs: number;
}

export const noTries: Tries = { failed: 0, waitMs: 0 };

/** How many tries cost no wait. */
export const freeTries = 5;
const firstWaitMs = 60_000;
const longestWaitMs = 3_600_000;

/** Whether somebody may try now. */
export function mayTry(tries: Tries): boolean {
  return tries.waitMs <= 0;
}

/** One more that failed: from the fifth on each costs a wait, twice the one before, an hour at most. */
export function afterFailure({ failed }: Tries): Tries {
  const beyond = failed + 1 - freeTries;
  if (beyond < 0) return { failed: failed + 1, waitMs: 0 };
  let waitMs = firstWaitMs;
  for (let times = 0; times < beyond && waitMs < longestWaitMs; times += 1) waitMs *= 2;
  return { failed: failed + 1, waitMs: Math.min(waitMs, longestWaitMs) };
}

/** What is left after some time that passed with a page open. */
export function afterWaiting({ failed, waitMs }: Tries, elapsedMs: number): Tries {
  return { failed, waitMs: Math.max(0, waitMs - Math.max(0, elapsedMs)) };
}
