import type { InstallProgress } from './local/install.ts';
import type { Prepared } from './local/prepare.ts';

/** How far the device is from working without internet. */
export type ReadinessState = 'checking' | 'downloading' | Prepared;

/** The bundle that learners start from. */
export const firstBundle = 'socle';

/** Prepares the device for use without internet, and tells how far it is; « ready » only once every file was verified. */
class Readiness {
  #state = $state<ReadinessState>('checking');
  #hasContent = $state(false);
  #progress = $state.raw<InstallProgress>({ done: 0, total: 0 });
  #running: Promise<void> | undefined;

  get state(): ReadinessState {
    return this.#state;
  }

  get progress(): InstallProgress {
    return this.#progress;
  }

  /** Whether a test can begin: some revision is whole on the device, whatever else failed. */
  get hasContent(): boolean {
    return this.#hasContent;
  }

  /** Fetches what is missing, then verifies all; one round at a time. */
  prepare(): Promise<void> {
    this.#running ??= this.#prepare().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #prepare(): Promise<void> {
    // Loaded after the first paint, as all that touches the device's database.
    const { hasContent, prepareDevice } = await import('./local/prepare.ts');
    this.#hasContent = await hasContent(firstBundle);
    const prepared = prepareDevice(firstBundle, (progress) => {
      this.#progress = progress;
      if (progress.total > 0) this.#state = 'downloading';
      if (progress.total > 0 && progress.done === progress.total) this.#state = 'checking';
    });
    const state = await prepared;
    this.#hasContent = await hasContent(firstBundle);
    this.#state = state;
  }
}

export const readiness = new Readiness();
