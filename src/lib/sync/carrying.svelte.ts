import { learner } from '#lib/assessment/learner.svelte.ts';

/** How many entries of the outbox have not left yet; read without loading what sends them. */
class Carrying {
  #waiting = $state(0);

  get waiting(): number {
    return this.#waiting;
  }

  /**
   * Begins to carry, when there is something to carry: what seals and sends is loaded only then, so that a first visit stays
   * light. Counts again after each round.
   */
  async start(): Promise<void> {
    if (learner.profile.consents.length === 0) return;
    const { sending } = await import('./sending.svelte.ts');
    sending.start((waiting) => {
      this.#waiting = waiting;
    });
  }
}

export const carrying = new Carrying();
