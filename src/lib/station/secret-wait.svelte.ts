import type { Table } from 'dexie';
import type { TriesRow } from '#lib/local/database.ts';
import { passTime } from './local/secret-tries.ts';
import { freeTries } from './tries.ts';

const everyMs = 5_000;

/**
 * Counts the wait that wrong secrets cost, by time that passes with this page open: neither a reload nor a changed clock makes
 * it shorter. Must be made while a component is being set up.
 */
export class SecretWait<Row extends { readonly tries: TriesRow }> {
  #tries = $state.raw<TriesRow>({ failed: 0, waitMs: 0 });
  readonly #table: () => Table<Row, string>;
  readonly #id: () => string;

  constructor(table: () => Table<Row, string>, id: () => string) {
    this.#table = table;
    this.#id = id;
    $effect(() => {
      void this.read();
    });
    $effect(() => {
      if (!this.isWaiting) return undefined;
      let since = performance.now();
      const timer = setInterval(() => {
        const now = performance.now();
        const elapsed = now - since;
        since = now;
        void passTime(this.#table(), this.#id(), elapsed).then(() => this.read());
      }, everyMs);
      return () => clearInterval(timer);
    });
  }

  /** Whether nothing can be tried now. */
  get isWaiting(): boolean {
    return this.#tries.waitMs > 0;
  }

  /** Minutes that are left to wait, at least one while there is a wait. */
  get minutes(): number {
    return Math.ceil(this.#tries.waitMs / 60_000);
  }

  /** How many tries are left before a wait. */
  get triesLeft(): number {
    return Math.max(0, freeTries - this.#tries.failed);
  }

  /** Reads the count again: after a try, or when time has passed. */
  async read(): Promise<void> {
    const row = await this.#table().get(this.#id());
    if (row !== undefined) this.#tries = row.tries;
  }
}
