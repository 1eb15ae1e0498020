import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { base64url, bytesOfBase64url, utf8 } from '#lib/base/bytes.ts';
import { readEnvelope } from '../parcel.ts';
import { claimedReceipt, saysMore } from '../receipt.ts';
import { longestWaitMs, mayPass, waitMs } from '../refusal-wait.ts';
import type { Frame, ParcelRefusal } from '../wire.ts';
import { written } from './written-file.ts';

/** What the server said of a parcel that it did not take, or nothing yet: it is held there until what comes before it arrives. */
interface Note {
  readonly refusal?: ParcelRefusal;
  /** The receipts that came with the refusal, which say where another history parts. */
  readonly receipts: readonly string[];
  /** How often it was not taken, and when last (UTC milliseconds). */
  readonly times: number;
  readonly at: number;
}

/** How long the same parcel is answered with the refusal that is kept for it; brought after that, it is sent once more. */
const refusedForMs = 7 * longestWaitMs;
const folders = ['parcels', 'receipts', 'notes'] as const;
type Folder = (typeof folders)[number];

/** Sealed parcels on their way to a server, and what it says on its way back: files that are on the disk before anybody is told. */
export class RelayStore {
  readonly #folder: string;
  readonly #mostBytes: number;
  #bytes = 0;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, mostBytes: number) {
    this.#folder = folder;
    this.#mostBytes = mostBytes;
  }

  /** The store in a folder, which is made where there is none; it takes parcels up to so many bytes in all. */
  static async opened(folder: string, mostBytes: number): Promise<RelayStore> {
    const store = new RelayStore(folder, mostBytes);
    for (const name of folders) {
      await mkdir(join(folder, name), { recursive: true });
      for (const file of await readdir(join(folder, name))) {
        const path = join(folder, name, file);
        // What a power cut left half written was never answered for.
        if (file.endsWith('.new')) await rm(path);
        else store.#bytes += (await stat(path)).size;
      }
    }
    return store;
  }

  /**
   * Keeps a parcel, once however often it comes; gives what is known for its device: the latest receipts, and why the server
   * refused this parcel. `notAParcel` when it is none, `full` when nothing more fits: then it is not kept.
   */
  async keep(bytes: Uint8Array, now: number): Promise<readonly Frame[] | 'notAParcel' | 'full'> {
    const name = nameOf(bytes);
    return name === undefined ? 'notAParcel' : this.#alone(() => this.#keep(name, bytes, now));
  }

  async #keep(name: string, bytes: Uint8Array, now: number): Promise<readonly Frame[] | 'full'> {
    let note = await this.#note(name);
    if (note !== undefined && isFinal(note) && Math.abs(now - note.at) > refusedForMs) {
      await this.#remove('notes', name);
      note = undefined;
    }
    const isKept = (await this.#sizeOf('parcels', name)) > 0;
    if (!isKept && (note === undefined || !isFinal(note))) {
      if (!(await this.#makeRoom(bytes.length))) return 'full';
      await this.#write('parcels', name, bytes);
    }
    const receipts = await this.#receiptsFor(name.slice(0, name.lastIndexOf('-') + 1));
    const withRefusal = (note?.receipts ?? []).flatMap((text) => bytesOfBase64url(text) ?? []);
    return [
      ...[...receipts, ...withRefusal].map((each): Frame => ({ type: 'receipt', bytes: each })),
      ...(note?.refusal === undefined ? [] : [{ type: 'refusal', refusal: note.refusal } as const]),
    ];
  }

  /** The names of those that are to be sent, in their order: none that was refused for good, and with a time none that is to wait longer. */
  async waiting(now?: number): Promise<readonly string[]> {
    const names: string[] = [];
    for (const name of await this.#names('parcels')) {
      const note = await this.#note(name);
      if (note === undefined || (!isFinal(note) && isDue(note, now))) names.push(name);
    }
    return names;
  }

  /** A parcel by its name. */
  async parcel(name: string): Promise<Uint8Array> {
    return new Uint8Array(await readFile(join(this.#folder, 'parcels', name)));
  }

  /** Keeps a receipt when it says more than the one that is kept. */
  keepReceipt(bytes: Uint8Array): Promise<void> {
    return this.#alone(async () => {
      const receipt = claimedReceipt(bytes);
      if (receipt === undefined) return;
      const name = `${receipt.organisation}-${receipt.device}-${receipt.epoch}`;
      const [kept] = await this.#receiptsFor(name);
      if (saysMore(receipt, kept && claimedReceipt(kept))) await this.#write('receipts', name, bytes);
    });
  }

  /** The server has a parcel: it need not be kept any more. */
  settle(name: string): Promise<void> {
    return this.#alone(() => this.#drop(name));
  }

  /** The server did not take a parcel, or holds it until another one comes; true when it will not be sent any more. */
  note(
    name: string,
    now: number,
    refusal?: ParcelRefusal,
    receipts: readonly Uint8Array[] = [],
  ): Promise<boolean> {
    return this.#alone(async () => {
      const times = ((await this.#note(name))?.times ?? 0) + 1;
      const said = { receipts: receipts.map(base64url), times, at: now };
      const note: Note = { ...(refusal && { refusal }), ...said };
      await this.#write('notes', name, utf8(JSON.stringify(note)));
      return isFinal(note);
    });
  }

  /** One change at a time: two requests may bring the same parcel. */
  #alone<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #drop(name: string): Promise<void> {
    await this.#remove('parcels', name);
    await this.#remove('notes', name);
  }

  async #note(name: string): Promise<Note | undefined> {
    const text = await readFile(join(this.#folder, 'notes', name), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as Note);
  }

  /** What was refused for good goes first, the oldest before the others; then nothing more is taken. */
  async #makeRoom(needed: number): Promise<boolean> {
    if (this.#bytes + needed <= this.#mostBytes) return true;
    const refused: { readonly name: string; readonly at: number }[] = [];
    for (const name of await this.#names('notes')) {
      const note = await this.#note(name);
      if (note !== undefined && isFinal(note)) refused.push({ name, at: note.at });
    }
    for (const { name } of refused.sort((one, other) => one.at - other.at)) {
      await this.#drop(name);
      if (this.#bytes + needed <= this.#mostBytes) return true;
    }
    return false;
  }

  async #receiptsFor(beginning: string): Promise<readonly Uint8Array[]> {
    const names = (await this.#names('receipts')).filter((name) => name.startsWith(beginning));
    const folder = join(this.#folder, 'receipts');
    return Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(folder, name)))));
  }

  async #names(folder: Folder): Promise<readonly string[]> {
    return (await readdir(join(this.#folder, folder))).filter((name) => !name.endsWith('.new')).sort();
  }

  async #sizeOf(folder: Folder, name: string): Promise<number> {
    return (await stat(join(this.#folder, folder, name)).catch(() => undefined))?.size ?? 0;
  }

  async #write(folder: Folder, name: string, bytes: Uint8Array): Promise<void> {
    const before = await this.#sizeOf(folder, name);
    await written(join(this.#folder, folder), name, bytes);
    this.#bytes += bytes.length - before;
  }

  async #remove(folder: Folder, name: string): Promise<void> {
    this.#bytes -= await this.#sizeOf(folder, name);
    await rm(join(this.#folder, folder, name), { force: true });
  }
}

/** What a parcel is kept as: who it is for, who made it, and its digest; undefined when the bytes are none. */
export function nameOf(bytes: Uint8Array): string | undefined {
  const envelope = readEnvelope(bytes);
  if (envelope === undefined) return undefined;
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return `${envelope.organisation}-${envelope.device}-${digest}`;
}

function isFinal({ refusal }: Note): boolean {
  return refusal !== undefined && !mayPass(refusal);
}

/** A clock that was put back, as that of a box that was switched off, keeps nothing waiting for years. */
function isDue({ at, times }: Note, now = Infinity): boolean {
  return Math.abs(now - at) >= waitMs(times);
}
