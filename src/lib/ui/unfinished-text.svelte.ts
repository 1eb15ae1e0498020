import { keepUnfinished, readUnfinished } from '#lib/local/unfinished.ts';

/** A text that somebody types, or the name of a choice, which is there again when they come back to the page. */
export class UnfinishedText {
  readonly #key: string;
  #value = $state<string>();

  /** Under a key of its own. */
  constructor(key: string) {
    this.#key = key;
    const kept = readUnfinished(key);
    this.#value = typeof kept === 'string' ? kept : undefined;
  }

  /** Undefined while nothing was typed or chosen. */
  get value(): string | undefined {
    return this.#value;
  }

  set value(value: string | undefined) {
    this.#value = value;
    keepUnfinished(this.#key, value);
  }

  /** Forgets it, here and for the next time: it was ended. */
  end(): void {
    this.value = undefined;
  }
}
