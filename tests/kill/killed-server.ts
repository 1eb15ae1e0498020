import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '#lib/server/database.ts';
import type { Joined, SendingDevice } from '#lib/sync/server/sending-device.contract.ts';
import { ServerProcess } from '../journeys/server-process.ts';
import { PostgresCluster } from '../postgres/cluster.ts';
import { Hung, within } from './patience.ts';
import { joinedTo } from './sending.ts';

/** What dies at a kill. */
export type Victim = 'server' | 'database' | 'both';

/** A real server on a database of its own, made ready once and killed many times. */
export class KilledServer {
  readonly server: ServerProcess;
  readonly joined: Joined;
  readonly #cluster: PostgresCluster | undefined;

  private constructor(server: ServerProcess, joined: Joined, cluster: PostgresCluster | undefined) {
    this.server = server;
    this.joined = joined;
    this.#cluster = cluster;
  }

  static async started(isOnPostgres: boolean): Promise<KilledServer> {
    const cluster = isOnPostgres ? await PostgresCluster.started() : undefined;
    try {
      const server = await ServerProcess.started(
        cluster === undefined ? {} : { DATABASE_URL: cluster.addressOf('postgres') },
      );
      const address = cluster?.addressOf('postgres') ?? join(server.dataDirectory, 'jalon.sqlite');
      const killed = new KilledServer(server, await joinedTo(server, address), cluster);
      await server.stop();
      await killed.#start();
      return killed;
    } catch (error) {
      await cluster?.remove();
      throw error;
    }
  }

  /** Kills with -9. */
  async kill(victim: Victim): Promise<void> {
    if (victim !== 'database') await within(this.server.stop('SIGKILL'), 'to kill the server');
    if (victim === 'server' || this.#cluster === undefined) return;
    await within(this.#cluster.stop('SIGKILL'), 'to kill PostgreSQL');
  }

  /** Starts again what was killed. */
  async startAgain(victim: Victim): Promise<void> {
    if (victim !== 'server' && this.#cluster !== undefined)
      await within(this.#cluster.startOver(), 'to start PostgreSQL');
    if (victim !== 'database') return this.#start();
    if (this.server.pid === undefined) throw new Hung('the server ended with its database');
  }

  /** What the database holds of each device, in order: the digest that its event chained, marked when its place is not its own. */
  async heldOf(devices: readonly SendingDevice[]): Promise<ReadonlyMap<SendingDevice, readonly string[]>> {
    const opened = await openDatabase(this.#address);
    if (!opened.ok) throw new Error(opened.detail ?? opened.reason);
    const held = new Map<SendingDevice, readonly string[]>();
    for (const device of devices) {
      const rows = await opened.value
        .selectFrom('event')
        .where('device', '=', device.writer.device)
        .select(['seq', 'hash'])
        .orderBy('seq')
        .execute();
      held.set(
        device,
        rows.map(({ seq, hash }, place) => (seq === place + 1 ? hash : `${hash} at ${seq}`)),
      );
    }
    await opened.value.destroy();
    return held;
  }

  async remove(): Promise<void> {
    await this.server.stop('SIGKILL');
    await this.#cluster?.remove();
    await rm(this.server.dataDirectory, { recursive: true, force: true });
  }

  get #address(): string {
    return this.#cluster?.addressOf('postgres') ?? join(this.server.dataDirectory, 'jalon.sqlite');
  }

  // The data directory is ready since the first start.
  #start(): Promise<void> {
    return within(this.server.startAlone(), 'to start the server');
  }
}
