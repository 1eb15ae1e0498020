/** Counts what each address asks in a window of time; addresses are forgotten with their window. */
export class RateLimit {
  readonly #most: number;
  readonly #windowMs: number;
  #window = 0;
  #counts = new Map<string, number>();

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** Whether one more is within the limit of this address at this time (UTC milliseconds). */
  admits(address: string, now: number): boolean {
    const window = Math.floor(now / this.#windowMs);
    if (window !== this.#window) {
      this.#window = window;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(address) ?? 0) + 1;
    this.#counts.set(address, count);
    return count <= this.#most;
  }
}
