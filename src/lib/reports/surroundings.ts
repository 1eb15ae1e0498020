/** What reports need of those who come after them: whose they are, and who sends. */
export interface Surroundings {
  /** The learner whose journal is open; empty when none is. */
  readonly learner: () => string;
  /** Sends what was agreed to: now if there is a network, later else. */
  readonly carry: () => Promise<void>;
}

let told: Surroundings = { learner: () => '', carry: () => Promise.resolve() };

/** Told once, by the page that puts all together; it costs a first visit nothing. */
export function surroundReports(surroundings: Surroundings): void {
  told = surroundings;
}

/** What surrounds reports here. */
export function surroundings(): Surroundings {
  return told;
}
