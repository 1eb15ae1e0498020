import type { ContentFailure } from './local/prepare.ts';

/** How far the device is from working without internet: all is verified, only the content is, or why not even that. */
export type ReadinessState = 'checking' | 'downloading' | 'ready' | 'partly' | ContentFailure;

/** The bundle that learners start from. */
export const firstBundle = 'socle';

// Of all that travels before « ready », in bytes.
const contentShare = 0.25;

/**
 * Prepares the device for use without internet, and tells how far it is; « ready » only once every file was verified.
 * Content comes first: a test can begin with it while lessons and the application's own files are still on the way.
 */
class Readiness {
  #state = $state<ReadinessState>('checking');
  #hasContent = $state(false);
  #hasLessons = $state(false);
  #progress = $state(0);
  #running: Promise<void> | undefined;
  #isAskedAgain = false;
  #isHurried = false;
  #calmed: (() => void) | undefined;

  get state(): ReadinessState {
    return this.#state;
  }

  /** How much of all that is to come is here, from 0 to 1. */
  get progress(): number {
    return this.#progress;
  }

  /** Whether a test can begin: some revision is whole on the device, whatever else failed. */
  get hasContent(): boolean {
    return this.#hasContent;
  }

  /** Whether the lessons of the newest revision are on the device. */
  get hasLessons(): boolean {
    return this.#hasLessons;
  }

  /** Fetches what is missing, then verifies all; one round at a time: whoever asks during a round waits for its end. */
  prepare(): Promise<void> {
    this.#running ??= this.#rounds().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Tries once more, because a person asks: a round under way may be past what it did not find, so another follows it. */
  retry(): Promise<void> {
    this.#isAskedAgain = true;
    this.#state = 'checking';
    return this.prepare();
  }

  /** Somebody is on the way to a first question: what it does not need is put off until `calm`. */
  hurry(): void {
    this.#isHurried = true;
  }

  /** The question is there, or nobody waits for one any more. */
  calm(): void {
    this.#isHurried = false;
    this.#calmed?.();
  }

  async #rounds(): Promise<void> {
    do {
      this.#isAskedAgain = false;
      await this.#prepare();
    } while (this.#isAskedAgain);
  }

  async #prepare(): Promise<void> {
    // Loaded after the first paint, as all that touches the device's database.
    const { hasContent, prepareContent, prepareLessons, prepareShell } = await import('./local/prepare.ts');
    this.#hasContent = await hasContent(firstBundle);
    const failure = await prepareContent(firstBundle, ({ done, total }) => {
      if (total > 0) this.#tell((contentShare * done) / total);
    });
    this.#hasContent = await hasContent(firstBundle);
    if (failure !== undefined) this.#state = failure;
    else if (this.#isHurried) await new Promise<void>((resolve) => (this.#calmed = resolve));
    this.#hasLessons = await prepareLessons(firstBundle);
    const shell = await prepareShell(({ whole, total }) => {
      if (failure === undefined) this.#tell(contentShare + ((1 - contentShare) * whole) / total);
    });
    this.#state = failure ?? (this.#hasLessons ? shell : 'partly');
  }

  #tell(progress: number): void {
    this.#progress = progress;
    this.#state = progress === 1 ? 'checking' : 'downloading';
  }
}

export const readiness = new Readiness();
