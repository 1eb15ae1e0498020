import { copyFileSync, existsSync, rmSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { openDatabase } from '#lib/server/database.ts';
import type { Database, Verdict } from '#lib/server/schema.ts';
import type { RateLimit } from '#lib/server/rate-limit.ts';
import { projectParticipations } from '#lib/sync/server/projection.ts';
import { POST } from '../../src/routes/api/sync/+server.ts';
import type { FaultPlan } from './fault-plan.ts';
import { hearStatements } from './statement-gate.ts';

const verified = (): Promise<Verdict> => Promise.resolve('verified');

/** The real taking in of parcels on a real file, in this process, whose every statement may be its last. */
export class Server {
  readonly path: string;
  readonly plan: FaultPlan;
  #nodes: Kysely<Database>[] = [];
  #handles = new Set<Sqlite.Database>();
  #turn = 0;
  #isStarting = false;
  /** How often a copy was put back. */
  restored = 0;

  constructor(path: string, plan: FaultPlan) {
    this.path = path;
    this.plan = plan;
    hearStatements(path, (handle, text) => this.#hear(handle, text));
  }

  /** Whether somebody listens. */
  get isUp(): boolean {
    return this.#nodes.length > 0;
  }

  /** Starts, on as many nodes as are asked for; false when it was killed, or failed, while it made its tables. */
  async start(nodes = 1): Promise<boolean> {
    if (this.isUp) return true;
    for (let each = 0; each < nodes; each += 1) {
      this.#isStarting = true;
      const opened = await openDatabase(this.path).catch(() => undefined);
      this.#isStarting = false;
      if (opened?.ok !== true) {
        this.kill();
        return false;
      }
      this.#nodes.push(opened.value);
    }
    return true;
  }

  /** The power goes: what was not committed is undone. */
  kill(): void {
    this.#nodes = [];
    for (const handle of this.#handles) if (handle.open) handle.close();
    this.#handles.clear();
  }

  /** Answers a request as the route does; undefined when the server was killed meanwhile. */
  async answer(request: Request): Promise<Response | undefined> {
    if (!(await this.start())) return undefined;
    this.#turn += 1;
    for (const handle of this.#handles) unlimit(handle);
    const database = this.#nodes[this.#turn % this.#nodes.length];
    try {
      const answered = await POST(eventOf(request, database as Kysely<Database>));
      return this.isUp ? answered : undefined;
    } catch {
      // What the server does not expect, it answers with 500.
      return this.isUp ? Response.json({ reason: 'internal' }, { status: 500 }) : undefined;
    }
  }

  /** Keeps the file as a copy that may be put back. */
  keepCopy(): void {
    this.kill();
    copyFileSync(this.path, `${this.path}.kept`);
  }

  /** Whether there is such a copy. */
  get hasCopy(): boolean {
    return existsSync(`${this.path}.kept`);
  }

  /** Puts the copy back: another life of the database, that knows nothing of what came after. */
  async putBack(): Promise<void> {
    this.kill();
    for (const end of ['-wal', '-shm']) rmSync(`${this.path}${end}`, { force: true });
    copyFileSync(`${this.path}.kept`, this.path);
    this.restored += 1;
    const epoch = 1 + this.restored;
    await this.look((held) => held.updateTable('server_epoch').set({ epoch }).execute());
  }

  /** What is held, looked at with no fault in the way. */
  async look<Seen>(see: (database: Kysely<Database>) => Promise<Seen>): Promise<Seen> {
    hearStatements(this.path, undefined);
    const opened = await openDatabase(this.path);
    if (!opened.ok) throw new Error(opened.detail ?? opened.reason);
    const seen = await see(opened.value);
    await opened.value.destroy();
    hearStatements(this.path, (handle, text) => this.#hear(handle, text));
    return seen;
  }

  /** Shows what was received, as the worker does after receipts. */
  project(): Promise<number> {
    return this.look((database) => projectParticipations(database, verified));
  }

  /** Goes, with all its files. */
  remove(): void {
    this.kill();
    hearStatements(this.path, undefined);
    for (const end of ['', '-wal', '-shm', '.kept']) rmSync(`${this.path}${end}`, { force: true });
  }

  #hear(handle: Sqlite.Database, text: string): void {
    // A request that outlived its server may still ask.
    if (!handle.open) return;
    this.#handles.add(handle);
    if (/^pragma/i.test(text)) return;
    const verb = text.slice(0, 30).toLowerCase();
    const fault = this.plan.at(this.#isStarting ? 'migration' : 'statement', verb);
    if (fault === undefined) return;
    if (fault === 'serverKilled') {
      this.kill();
      throw new Error('killed');
    }
    limit(handle, fault === 'diskFull');
  }
}

/** For the statements of the next moments, the disk has no page left, or cannot be written at all: SQLite itself says so. */
function limit(handle: Sqlite.Database, isFull: boolean): void {
  const pages = handle.pragma('page_count', { simple: true }) as number;
  handle.pragma(isFull ? `max_page_count = ${pages}` : 'query_only = on');
}

/** Somebody made room, or mended the disk. */
function unlimit(handle: Sqlite.Database): void {
  handle.pragma('max_page_count = 4294967294');
  handle.pragma('query_only = off');
}

// One device may send more here than in its whole life.
const noLimit: RateLimit = { admits: () => true, isFull: () => false };

function eventOf(request: Request, database: Kysely<Database>): Parameters<typeof POST>[0] {
  const installation = {
    database,
    syncLimit: noLimit,
    deviceLimit: noLimit,
    metrics: { count: () => undefined },
    projection: { wake: () => undefined },
  };
  const event = { request, locals: { installation }, getClientAddress: () => '127.0.0.1' };
  return event as unknown as Parameters<typeof POST>[0];
}
