import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frugalFlags, frugalVariables } from '../../src/cli/frugal.js';
import { freePort } from '../free-port.ts';

export const staff = { email: 'animation@valbruyere.example', password: 'un-mot-de-passe-de-journee' };

/** The real server, in a process of its own, on a data directory of its own; it keeps its address over restarts. */
export class ServerProcess {
  readonly address: string;
  readonly dataDirectory: string;
  readonly #port: number;
  readonly #variables: Readonly<Record<string, string>>;
  #process: ChildProcess | undefined;

  private constructor(port: number, dataDirectory: string, variables: Readonly<Record<string, string>>) {
    this.#variables = variables;
    this.#port = port;
    this.address = `http://localhost:${port}`;
    this.dataDirectory = dataDirectory;
  }

  /** A server that is up, with more variables than usual where some are given. */
  static async started(variables: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const directory = await mkdtemp(join(tmpdir(), 'jalon-journey-'));
    const server = new ServerProcess(await freePort(), directory, variables);
    await server.start();
    return server;
  }

  /** Starts it, and resolves once it says that it is ready; `project` is the checkout that it runs from. */
  start(project = process.cwd()): Promise<void> {
    return this.#run('src/cli/serve.ts', 'Jalon est prêt', project);
  }

  /** Starts what was built alone, on a data directory that is ready: in a tenth of the time that making it ready takes. */
  startAlone(): Promise<void> {
    return this.#run('build/index.js', 'Listening on', process.cwd());
  }

  async #run(script: string, ready: string, project: string): Promise<void> {
    const process_ = spawn(process.execPath, [...frugalFlags, script], {
      cwd: project,
      env: {
        ...frugalVariables,
        ...process.env,
        PORT: `${this.#port}`,
        HOST: 'localhost',
        DATA_DIR: this.dataDirectory,
        DEMO_PASSWORD: staff.password,
        ...this.#variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = process_;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const hear = (data: Buffer): void => {
        said += data.toString();
        if (said.includes(ready)) resolve();
      };
      process_.stdout.on('data', hear);
      process_.stderr.on('data', hear);
      process_.once('exit', (code) => reject(new Error(`the server stopped (${code}): ${said}`)));
    });
  }

  /** The number of its process, while it runs. */
  get pid(): number | undefined {
    return this.#process?.exitCode === null ? this.#process.pid : undefined;
  }

  /** Stops it; `SIGKILL` as when the power goes. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const process_ = this.#process;
    this.#process = undefined;
    if (process_ === undefined || process_.exitCode !== null) return;
    const ended = once(process_, 'exit');
    process_.kill(signal);
    await ended;
  }
}
