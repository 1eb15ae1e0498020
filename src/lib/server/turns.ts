import { setTimeout as after } from 'node:timers/promises';

const mostWaitMs = 1_000;
const stepMs = 5;

/** Lets those who wait for an answer go first: work in the background asks for its turn between two steps. */
export class Turns {
  #waiting = 0;

  /** Does what somebody waits for. */
  async first<Done>(work: () => Promise<Done>): Promise<Done> {
    this.#waiting += 1;
    try {
      return await work();
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Resolves when nobody waits, after a second at the latest: under a flood the background goes on, slowly. */
  async calm(): Promise<void> {
    for (let waited = 0; this.#waiting > 0 && waited < mostWaitMs; waited += stepMs) await after(stepMs);
  }
}
