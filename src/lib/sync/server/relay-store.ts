import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvelope } from '../parcel.ts';
import { claimedReceipt, saysMore } from '../receipt.ts';

/** Sealed parcels on their way to a server, and the receipts on their way back: files that are on the disk before anybody is told. */
export class RelayStore {
  readonly #parcels: string;
  readonly #receipts: string;

  private constructor(folder: string) {
    this.#parcels = join(folder, 'parcels');
    this.#receipts = join(folder, 'receipts');
  }

  /** The store in a folder, which is made where there is none. */
  static async opened(folder: string): Promise<RelayStore> {
    const store = new RelayStore(folder);
    await mkdir(store.#parcels, { recursive: true });
    await mkdir(store.#receipts, { recursive: true });
    return store;
  }

  /** Keeps a parcel, once however often it comes; gives the latest receipts for its device, or undefined when it is no parcel. */
  async keep(bytes: Uint8Array): Promise<readonly Uint8Array[] | undefined> {
    const envelope = readEnvelope(bytes);
    if (envelope === undefined) return undefined;
    const { organisation, device } = envelope;
    await written(this.#parcels, `${organisation}-${device}-${digestOf(bytes)}`, bytes);
    return filesOf(this.#receipts, `${organisation}-${device}-`);
  }

  /** Every parcel that waits, in the order of their names. */
  waiting(): Promise<readonly Uint8Array[]> {
    return filesOf(this.#parcels, '');
  }

  /** Keeps a receipt when it says more than the one that is kept, and drops those parcels of its device that were sent with it. */
  async settle(receiptBytes: Uint8Array, sent: readonly Uint8Array[]): Promise<void> {
    const receipt = claimedReceipt(receiptBytes);
    if (receipt === undefined) return;
    const { organisation, device, epoch } = receipt;
    const name = `${organisation}-${device}-${epoch}`;
    const [kept] = await filesOf(this.#receipts, name);
    if (saysMore(receipt, kept && claimedReceipt(kept))) await written(this.#receipts, name, receiptBytes);
    for (const bytes of sent) {
      const envelope = readEnvelope(bytes);
      if (envelope?.organisation === organisation && envelope.device === device)
        await rm(join(this.#parcels, `${organisation}-${device}-${digestOf(bytes)}`), { force: true });
    }
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

async function filesOf(folder: string, beginning: string): Promise<readonly Uint8Array[]> {
  const names = (await readdir(folder)).filter(
    (name) => name.startsWith(beginning) && !name.endsWith('.new'),
  );
  return Promise.all(names.sort().map(async (name) => new Uint8Array(await readFile(join(folder, name)))));
}

// Written aside, on the disk, then named, and the name on the disk too: a power cut leaves all of it or none.
async function written(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const aside = join(folder, `${name}.new`);
  const file = await open(aside, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, join(folder, name));
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
