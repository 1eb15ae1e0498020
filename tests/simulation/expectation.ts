import { canonicalJson } from '#lib/base/canonical-json.ts';
import type { OutgoingEvent } from '#lib/sync/outgoing-event.ts';

/** Something that a person agreed to send: what the device was asked to keep with the agreement. */
export interface Share {
  readonly outbox: string;
  /** Its events, as canonical JSON, in their order. */
  readonly events: readonly string[];
}

/** What a person did and saw, apart from anything that the product says of itself. */
export class Expectation {
  /** Bodies of the journal's events that were shown as done, in their order. */
  readonly confirmed: string[] = [];
  /** All that they ever tapped « I agree » on, whether or not it was shown as done. */
  readonly shares = new Map<string, Share>();
  /** Agreements that were shown as taken back before they left. */
  readonly cancelled = new Set<string>();
  /** Agreements to what no server would read: it stays on the device. */
  readonly unfit = new Set<string>();
  /** What was asked for before the device lost everything: it may be there, once, or be gone. */
  readonly lost = new Set<string>();
  /** What is wrong, found while the run went on. */
  readonly faults: string[] = [];

  /** The same for a second device that was copied from the first. */
  copied(): Expectation {
    const twin = new Expectation();
    twin.confirmed.push(...this.confirmed);
    for (const [outbox, share] of this.shares) twin.shares.set(outbox, share);
    for (const name of ['cancelled', 'unfit', 'lost'] as const)
      for (const outbox of this[name]) twin[name].add(outbox);
    return twin;
  }

  /** They tap « I agree ». */
  agree(outbox: string, events: readonly OutgoingEvent[]): void {
    this.shares.set(outbox, { outbox, events: events.map(canonicalJson) });
  }

  /** All that the device kept was thrown away. */
  forget(): void {
    this.confirmed.length = 0;
    for (const outbox of this.shares.keys()) this.lost.add(outbox);
  }
}
