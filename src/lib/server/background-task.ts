/** Work that follows requests without holding them up. */
export interface BackgroundTask {
  /** Asks for a run: one that is under way is followed by one more, however many asked. */
  readonly wake: () => void;
  /** Resolves once what was asked for until now is done, well or not; at once when nothing was. */
  readonly caughtUp: () => Promise<void>;
  /** Resolves once nothing runs any more; later wakes do nothing. */
  readonly stop: () => Promise<void>;
}

/** Runs `work` one at a time when woken; a run that fails is told to `failed`, and the next wake tries again. */
export function backgroundTask(
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): BackgroundTask {
  let isWanted = false;
  let isStopped = false;
  let running: Promise<void> | undefined;
  /** Who waits, and for the end of how many runs. */
  let waiting: readonly { readonly runs: number; readonly done: () => void }[] = [];

  function ended(): void {
    for (const { runs, done } of waiting) if (runs === 1) done();
    waiting = waiting.flatMap(({ runs, done }) => (runs > 1 ? [{ runs: runs - 1, done }] : []));
  }

  async function run(): Promise<void> {
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        await work();
      } catch (error) {
        failed(error);
      }
      ended();
    }
    running = undefined;
    for (const { done } of waiting) done();
    waiting = [];
  }

  return {
    wake: () => {
      isWanted = true;
      running ??= run();
    },
    caughtUp: () =>
      running === undefined
        ? Promise.resolve()
        : new Promise((done) => {
            // One that was asked for during a run comes after it.
            waiting = [...waiting, { runs: isWanted ? 2 : 1, done }];
          }),
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}
