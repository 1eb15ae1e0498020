import { learner } from '#lib/assessment/learner.svelte.ts';
import type { sending } from './sending.svelte.ts';

/** How many entries of the outbox have not left yet; read without loading what sends them. */
class Carrying {
  #waiting = $state(0);
  #hasReports = $state(false);

  get waiting(): number {
    return this.#waiting;
  }

  /** Whether something was reported on this device. */
  get hasReports(): boolean {
    return this.#hasReports;
  }

  /**
   * Begins to carry, when there is something to carry: what seals and sends is loaded only then, so that a first visit stays
   * light. Counts again after each round.
   */
  async start(): Promise<void> {
    if (learner.state !== 'open') return;
    const reports = await learner.database.reports.count().catch(() => 0);
    this.#hasReports = reports > 0;
    if (learner.profile.consents.length > 0 || reports > 0) await this.#begin();
  }

  /** Sends what was just agreed to: now if there is a network, later else. */
  async send(): Promise<void> {
    this.#hasReports = true;
    await (await this.#begin()).carry();
  }

  async #begin(): Promise<typeof sending> {
    const { sending } = await import('./sending.svelte.ts');
    sending.start((waiting) => {
      this.#waiting = waiting;
    });
    return sending;
  }
}

export const carrying = new Carrying();
