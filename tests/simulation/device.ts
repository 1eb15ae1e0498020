import Dexie from 'dexie';
import { hex } from '#lib/base/bytes.ts';
import { digest, randomBytes } from '#lib/base/platform/crypto.ts';
import type { Result } from '#lib/base/result.ts';
import { profileOf, type Profile } from '#lib/assessment/profile.ts';
import type { Card } from '#lib/campaigns/card.ts';
import { keepCard } from '#lib/campaigns/local/cards.ts';
import { installBundle } from '#lib/content/local/install.ts';
import { pruneRevisions } from '#lib/content/local/revisions.ts';
import { printEvent, type EventFact } from '#lib/journal/event.ts';
import type { AppendRefusal } from '#lib/journal/event-store.ts';
import { DexieEventStore, type OutboxChange } from '#lib/journal/local/dexie-event-store.ts';
import { layBallast } from '#lib/local/ballast.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { storageFailureOf } from '#lib/local/storage-failure.ts';
import { takePack } from '#lib/sync/local/carried.ts';
import { packOwn } from '#lib/sync/local/hand-over.ts';
import { flush } from '#lib/sync/local/flush.ts';
import { makePack, readPack } from '#lib/sync/parcel-pack.ts';
import type { Browser } from './browser.ts';
import type { Expectation } from './expectation.ts';
import type { Installation } from './installation.ts';

/** What came of something the device was asked for. */
export type Outcome = 'done' | AppendRefusal | 'killed';

/** The application on a device, opened again whenever it was killed: the product's own writing, installing and sending. */
export class Device {
  readonly browser: Browser;
  /** Whether it still runs the application of before. */
  isOld = false;
  #learner = 'learner';
  #database: LocalDatabase | undefined;
  readonly #installation: Installation;
  readonly #expectation: Expectation;

  constructor(browser: Browser, installation: Installation, expectation: Expectation) {
    this.browser = browser;
    this.#installation = installation;
    this.#expectation = expectation;
  }

  /** A second device with a copy of all that this one keeps. */
  async copied(expectation: Expectation): Promise<Device> {
    const twin = new Device(await this.browser.copied(), this.#installation, expectation);
    twin.#learner = this.#learner;
    return twin;
  }

  /** Opens the application, where it is not open. */
  get database(): LocalDatabase {
    this.#database ??= this.browser.open(this.isOld ? olderDatabase : undefined);
    return this.#database;
  }

  /** Closes the page and opens it again. */
  reload(): void {
    this.#database?.close();
    this.#database = undefined;
  }

  /** All that was kept is gone; whoever comes next is somebody new. */
  wipe(): void {
    this.browser.wipe();
    this.#database = undefined;
    this.#learner = `learner-${hex(randomBytes(4))}`;
    this.#expectation.forget();
  }

  /** Whose journal it is. */
  get learner(): string {
    return this.#learner;
  }

  /** Keeps what a first visit keeps: the root, room for bad days, the card of the campaign. */
  async prepare(): Promise<Card | undefined> {
    const { signed, card } = this.#installation;
    const prepared = await this.attempt(async () => {
      await this.database.kept.put({ name: 'installation', value: signed });
      await layBallast(this.database);
      return keepCard(this.database, card);
    });
    return typeof prepared === 'object' && prepared.ok ? prepared.value : undefined;
  }

  /** What the journal says; undefined when it could not be read, or the device was killed. */
  async profile(): Promise<{ readonly profile: Profile; readonly head: number } | undefined> {
    const read = await this.attempt(() => new DexieEventStore(this.database).read(this.#learner));
    return typeof read === 'object' ? { profile: profileOf(read.events), head: read.head } : undefined;
  }

  /** Writes facts after `head`; what is shown as done afterwards is expected to stay. */
  async record(
    head: number,
    facts: readonly EventFact[],
    change: OutboxChange = {},
    database = this.database,
  ): Promise<Outcome> {
    const events = facts.map((fact) => ({ ...fact, at: this.browser.clock, offsetMinutes: 60 }));
    const written = await this.attempt(() =>
      new DexieEventStore(database).append(this.#learner, head, events, change),
    );
    if (typeof written === 'string') return written;
    if (!written.ok) {
      if (written.reason === 'storageFull') this.browser.makeRoom();
      if (written.reason === 'storageClosed') this.reload();
      return written.reason;
    }
    if (this.browser.isKilledAt('confirmed', facts[0]?.type ?? '')) return this.#reopened('killed');
    this.#expectation.confirmed.push(...events.map(printEvent));
    return 'done';
  }

  /** One round of sending; by two tabs at once where that is asked. */
  async send(tabs = 1): Promise<void> {
    const databases = [this.database];
    for (let tab = 1; tab < tabs; tab += 1) databases.push(this.browser.open());
    await this.attempt(() =>
      Promise.all(databases.map((database) => flush(database).catch(() => 'pending' as const))),
    );
    for (const database of databases.slice(1)) database.close();
  }

  /** What is handed over to whoever carries it, in a pack. */
  async handOver(): Promise<readonly Uint8Array[]> {
    const pack = await this.attempt(async () => readPack((await packOwn(this.database)).file, digest));
    return typeof pack === 'object' && pack.ok ? pack.value.parcels : [];
  }

  /** Whoever carried comes back with receipts. */
  async takeBack(receipts: readonly Uint8Array[]): Promise<void> {
    const pack = await makePack({ parcels: [], receipts, certificates: [] }, digest);
    await this.attempt(() => takePack(this.database, pack));
  }

  /** Brings the newest content, and drops what no attempt needs; true when it is here. */
  async install(needed: ReadonlySet<number>): Promise<boolean> {
    const { content } = this.#installation;
    const installed = await this.attempt(async (): Promise<Result<number, string>> => {
      const brought = await installBundle(this.database, 'socle', [content.publisher], () => undefined);
      if (brought.ok) await pruneRevisions(this.database, 'socle', needed);
      return brought;
    });
    if (typeof installed === 'object' && !installed.ok) this.browser.makeRoom();
    return typeof installed === 'object' && installed.ok;
  }

  /** What some work gives; that the device was killed, or its storage failed, meanwhile. Another failure is a fault of the product. */
  async attempt<Value>(
    work: () => Promise<Value>,
  ): Promise<Value | 'killed' | 'storageFull' | 'storageClosed'> {
    try {
      const done = await this.browser.during(work);
      return done === 'killed' ? this.#reopened('killed') : done;
    } catch (error) {
      try {
        const failure = storageFailureOf(error);
        if (failure === 'storageFull') this.browser.makeRoom();
        this.reload();
        return failure;
      } catch (unknown) {
        const said = unknown instanceof Error ? (unknown.stack ?? unknown.message) : String(unknown);
        this.#expectation.faults.push(`the product threw: ${said}`);
        return 'storageClosed';
      }
    }
  }

  #reopened(how: 'killed'): 'killed' {
    this.#database = undefined;
    return how;
  }
}

/** The database as an application knew it that did not carry for others yet. */
function olderDatabase(): LocalDatabase {
  const newer = ['sightings', 'carried', 'receipts', 'certificates'];
  const known = new LocalDatabase().tables.filter(({ name }) => !newer.includes(name));
  const older = new Dexie('jalon', { chromeTransactionDurability: 'strict' });
  older
    .version(3)
    .stores(
      Object.fromEntries(
        known.map(({ name, schema }) => [
          name,
          [schema.primKey, ...schema.indexes].map(({ src }) => src).join(', '),
        ]),
      ),
    );
  const asKnown: unknown = older;
  return asKnown as LocalDatabase;
}
