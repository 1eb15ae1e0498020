import type { Ingested } from './ingest.ts';

/** Of each device and epoch the last receipts, by each of the organisation's keys: a later one covers more. */
export class LatestReceipts {
  readonly #byWriter = new Map<string, readonly Uint8Array[]>();

  add({ bytes, older }: Extract<Ingested, { readonly type: 'receipt' }>): void {
    this.#byWriter.set(bytes.subarray(...writerAt).join(), [bytes, ...older]);
  }

  all(): readonly Uint8Array[] {
    return [...this.#byWriter.values()].flat();
  }
}

// Organisation, device and epoch in the bytes of a receipt.
const writerAt = [3, 27] as const;
