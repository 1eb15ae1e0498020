const askMs = 5 * 60_000;
const lockMs = 10 * 60_000;
const signs = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/** What somebody who does nothing is told: nothing at first, then a question; then the journal closes. */
export class IdleWatch {
  #isAsked = $state(false);
  #lastAt = performance.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onlock: () => void;

  /** Watches the page from now on; `onlock` is called after ten minutes of nothing. */
  constructor(onlock: () => void) {
    this.#onlock = onlock;
  }

  /** Whether « still there? » is on the screen. */
  get isAsked(): boolean {
    return this.#isAsked;
  }

  /** Begins; returns what stops it. */
  start(): () => void {
    const moved = (): void => {
      // Once asked, the answer is a button: a sleeve on the glass is none.
      if (!this.#isAsked) this.#lastAt = performance.now();
    };
    const look = (): void => this.#look();
    for (const sign of signs) addEventListener(sign, moved, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    this.stay();
    return () => {
      clearTimeout(this.#timer);
      for (const sign of signs) removeEventListener(sign, moved, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }

  /** Somebody is there. */
  stay(): void {
    this.#isAsked = false;
    this.#lastAt = performance.now();
    this.#look();
  }

  #look(): void {
    clearTimeout(this.#timer);
    const idle = performance.now() - this.#lastAt;
    if (idle >= lockMs) return this.#onlock();
    const isAsked = idle >= askMs;
    this.#isAsked = isAsked;
    this.#timer = setTimeout(() => this.#look(), (isAsked ? lockMs : askMs) - idle);
  }
}
