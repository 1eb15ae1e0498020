import Dexie, { type DBCore, type DBCoreTransaction } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { LocalDatabase } from '#lib/local/database.ts';
import { noteReached } from '#lib/local/reachability.ts';
import type { FaultPlan, Gate } from './fault-plan.ts';
import { Locks } from './locks.ts';

/** What a database of the device may be asked for, as its faults see it. */
type Table = ReturnType<DBCore['table']>;

/** The tables of what leaves. */
const sending: ReadonlySet<string> = new Set(['outbox', 'parcels', 'identities']);

/** One running of the application, from its opening until the device is killed; what stays behind of it never goes on. */
class Life {
  isOver = false;
  readonly ended: Promise<'killed'>;
  readonly databases: LocalDatabase[] = [];
  readonly transactions = new Set<DBCoreTransaction>();
  #end: (how: 'killed') => void = () => undefined;

  constructor() {
    this.ended = new Promise((resolve) => (this.#end = resolve));
  }

  end(): void {
    this.isOver = true;
    for (const transaction of this.transactions) {
      try {
        transaction.abort();
      } catch {
        // It was committed, or had ended: what it wrote stays.
      }
    }
    for (const database of this.databases) database.close();
    this.#end('killed');
  }
}

/** A device's browser: a real Dexie on an IndexedDB in memory that outlives its killings, one lock manager, no network of its own. */
export class Browser {
  /** Hundreds of milliseconds since 1970, by this device's clock, which may be wrong. */
  clock = 1_772_000_000_000;
  readonly plan: FaultPlan;
  #factory = new IDBFactory();
  #life = new Life();
  #watched: LocalDatabase | undefined;
  #isFull = false;
  #locks = new Locks();

  constructor(plan: FaultPlan) {
    this.plan = plan;
  }

  /** Whether the run of the application that calls is still alive, to be asked before and after each wait. */
  alive(): () => boolean {
    const life = this.#life;
    return () => !life.isOver;
  }

  /** Opens the database as a new tab of the application does, or as an application of before, with fewer tables. */
  open(database: () => LocalDatabase = () => new LocalDatabase()): LocalDatabase {
    Dexie.dependencies.indexedDB = this.#factory;
    Dexie.dependencies.IDBKeyRange = IDBKeyRange;
    this.stand();
    const life = this.#life;
    const opened = database();
    opened.use({ stack: 'dbcore', name: 'faults', create: (core) => this.#gated(core, life) });
    life.databases.push(opened);
    return opened;
  }

  /** Takes the place that another device's browser had: whoever asks for a lock now asks this one. */
  stand(): void {
    Object.defineProperty(globalThis, 'navigator', {
      value: { onLine: true, locks: this.#locks },
      configurable: true,
    });
  }

  /** Another browser, with a copy of all that this one keeps, the keys that sign included. */
  async copied(): Promise<Browser> {
    const twin = new Browser(this.plan);
    twin.clock = this.clock;
    const [from, to] = [this.look(), twin.look()];
    for (const { name } of from.tables) await to.table(name).bulkPut(await from.table(name).toArray());
    return twin;
  }

  /** The database as it stands, with no fault in the way: for who checks. Opened once, for an opening costs more than a look. */
  look(): LocalDatabase {
    if (this.#watched === undefined) {
      Dexie.dependencies.indexedDB = this.#factory;
      Dexie.dependencies.IDBKeyRange = IDBKeyRange;
      this.#watched = new LocalDatabase();
    }
    return this.#watched;
  }

  /** What some work gives, or that the device was killed meanwhile. */
  async during<Value>(work: () => Promise<Value>): Promise<Value | 'killed'> {
    const life = this.#life;
    const done = Promise.resolve().then(work);
    done.catch(() => undefined);
    return Promise.race([done, life.ended]);
  }

  /** Passes a gate of the device; true when it was killed there. */
  isKilledAt(gate: Gate, place: string): boolean {
    const isKilled = this.plan.at(gate, place) === 'deviceKilled';
    if (isKilled) this.kill();
    return isKilled;
  }

  /** The power goes: transactions that were not committed are undone, and nothing that ran goes on. */
  kill(): void {
    const life = this.#life;
    this.#life = new Life();
    this.#locks = new Locks();
    life.end();
    noteReached(false);
  }

  /** The browser, or somebody, threw away all that this site had kept. */
  wipe(): void {
    this.kill();
    this.#watched?.close();
    this.#watched = undefined;
    this.#factory = new IDBFactory();
  }

  /** Somebody made room, where there was none. */
  makeRoom(): void {
    this.#isFull = false;
  }

  #gated(core: DBCore, life: Life): DBCore {
    return {
      ...core,
      transaction: (tables, mode, options) => {
        const transaction = core.transaction(tables, mode, options);
        life.transactions.add(transaction);
        (transaction as IDBTransaction).addEventListener('complete', () =>
          life.transactions.delete(transaction),
        );
        return transaction;
      },
      table: (name) => this.#gatedTable(core.table(name), life),
    };
  }

  #gatedTable(table: Table, life: Life): Table {
    const reading = <Request, Answer>(read: (request: Request) => Promise<Answer>) => {
      return (request: Request): Promise<Answer> => this.#reading(life, table.name, () => read(request));
    };
    return {
      ...table,
      get: reading((request) => table.get(request)),
      getMany: reading((request) => table.getMany(request)),
      query: reading((request) => table.query(request)),
      openCursor: reading((request) => table.openCursor(request)),
      count: reading((request) => table.count(request)),
      mutate: (request) => {
        if (life.isOver) return never();
        const fault = this.plan.at(sending.has(table.name) ? 'sealing' : 'write', table.name);
        if (fault === 'deviceKilled') {
          this.kill();
          return never();
        }
        if (fault === 'storageFull') this.#isFull = true;
        const isFreeing = request.type === 'delete' || request.type === 'deleteRange';
        if (this.#isFull && isFreeing && table.name === 'kept') this.#isFull = false;
        if (this.#isFull && !isFreeing) return Promise.reject(failure('QuotaExceededError'));
        if (fault === 'transactionAborted') request.trans.abort();
        if (fault === 'handleLost') return Promise.reject(failure('UnknownError'));
        return table.mutate(request).then((answer) => {
          if (!life.isOver) this.isKilledAt('written', table.name);
          return life.isOver ? never() : answer;
        });
      },
    };
  }

  #reading<Answer>(life: Life, place: string, read: () => Promise<Answer>): Promise<Answer> {
    if (life.isOver) return never();
    const fault = this.plan.at('read', place);
    if (fault === 'deviceKilled') {
      this.kill();
      return never();
    }
    if (fault === 'handleLost') return Promise.reject(failure('UnknownError'));
    return read().then((answer) => (life.isOver ? never() : answer));
  }
}

/** What somebody who was killed waits for. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}

function failure(name: string): DOMException {
  return new DOMException('made to fail', name);
}
