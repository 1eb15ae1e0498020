/** Work that follows requests without holding them up. */
export interface BackgroundTask {
  /** Asks for a run: one that is under way is followed by one more, however many asked. */
  readonly wake: () => void;
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

  async function run(): Promise<void> {
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        await work();
      } catch (error) {
        failed(error);
      }
    }
    running = undefined;
  }

  return {
    wake: () => {
      isWanted = true;
      running ??= run();
    },
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}
