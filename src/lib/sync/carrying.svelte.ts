import { learner } from '#lib/assessment/learner.svelte.ts';
import type { sending } from './sending.svelte.ts';

/** How many entries of the outbox have not left yet; read without loading what sends them. */
class Carrying {
  #waiting = $state(0);
  #hasReports = $state(false);
  #rounds = $state(0);

  get waiting(): number {
    return this.#waiting;
  }

  /** How many rounds of sending are over: each may have changed what is on the device. */
  get rounds(): number {
    return this.#rounds;
  }

  /** Whether something was reported on this device. */
  get hasReports(): boolean {
    return this.#hasReports;
  }

  /**
   * Begins to carry, when there is something to carry: what seals and sends is loaded only then, so that a first visit stays
   * light. Counts again after each round. On a shared device what waits is anybody's, and leaves while journals are locked.
   */
  async start(): Promise<void> {
    const { state, isShared } = learner;
    if (state !== 'open' && state !== 'locked') return;
    const { outbox, reports } = learner.database;
    const reported = await reports.count().catch(() => 0);
    const own = state === 'open' ? await reports.where('learner').equals(learner.id).count() : 0;
    this.#hasReports = own > 0;
    const isAgreed = isShared ? (await outbox.count()) > 0 : learner.profile.consents.length > 0;
    const carried = await learner.database.carried.count().catch(() => 0);
    if (isAgreed || reported > 0 || carried > 0) await this.#begin();
  }

  /** Sends what was just agreed to: now if there is a network, later else. */
  async send(): Promise<void> {
    this.#hasReports = true;
    await (await this.#begin()).carry();
  }

  /** Tries at once with all that is carried, for others too, and waits for what comes of it; asks to be woken for the rest. */
  async now(): Promise<void> {
    const sending = await this.#begin();
    await sending.carry();
    await sending.now();
  }

  async #begin(): Promise<typeof sending> {
    const { sending } = await import('./sending.svelte.ts');
    sending.start((waiting) => {
      this.#waiting = waiting;
      this.#rounds += 1;
    });
    return sending;
  }
}

export const carrying = new Carrying();
