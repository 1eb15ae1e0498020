import { learner } from '#lib/assessment/learner.svelte.ts';

/** How many entries of the outbox have not left yet; read without loading what sends them. */
class Carrying {
  #waiting = $state(0);

  get waiting(): number {
    return this.#waiting;
  }

  /**
   * Begins to carry, when there is something to carry: what seals and sends is loaded only then, so that a first visit stays
   * light. Counts again after each round. On a shared device what waits is anybody's, and leaves while journals are locked.
   */
  async start(): Promise<void> {
    const isNeeded = learner.isShared
      ? (await learner.database.outbox.count()) > 0
      : learner.profile.consents.length > 0;
    if (!isNeeded) return;
    const { sending } = await import('./sending.svelte.ts');
    sending.start((waiting) => {
      this.#waiting = waiting;
    });
  }
}

export const carrying = new Carrying();
