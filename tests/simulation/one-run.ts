import { createHash } from 'node:crypto';
import { seededRandom } from '#lib/base/random.ts';
import { installedRevision, manifestOf } from '#lib/content/local/revisions.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { Browser } from './browser.ts';
import { Device } from './device.ts';
import { Expectation } from './expectation.ts';
import { FaultPlan, type Drawing, type FaultKind } from './fault-plan.ts';
import { findingsOf, type Findings } from './findings.ts';
import { copied, type Installation } from './installation.ts';
import { Network } from './network.ts';
import { Server } from './server.ts';
import { Session } from './session.ts';

/** What one run did and what was wrong at its end. */
export interface Run extends Findings {
  readonly seed: number;
  /** By kind, how many faults came. */
  readonly injected: ReadonlyMap<FaultKind, number>;
  /** Each fault, in its order. */
  readonly told: readonly string[];
  /** How many gates the device passed; counted where one killing is drawn by its place. */
  readonly passed: number;
}

const yearMs = 365 * 24 * 3_600_000;
const attempts = 4;
const lastRounds = 8;

/** One device's forty answers: taken, agreed to, sent, with all that the seed draws in the way; then calm, and the count. */
export async function oneRun(drawing: Drawing, installation: Installation): Promise<Run> {
  const plan = new FaultPlan(drawing);
  const expectation = new Expectation();
  const server = new Server(copied(installation, `run-${drawing.seed}.sqlite`), plan);
  const left = new Map<string, Uint8Array>();
  const network = new Network(plan, server, installation, (bytes) => left.set(bytes.join(), bytes));
  const browser = new Browser(plan);
  network.browser = browser;
  globalThis.fetch = network.fetch as typeof fetch;
  const device = new Device(browser, installation, expectation);
  try {
    await new Scenario(drawing.seed, plan, device, server, network, expectation, installation).play();
    const findings = await findingsOf(device, server, expectation, [...left.values()], installation);
    const { counts: injected, told, passed } = plan;
    return { seed: drawing.seed, injected, told, passed, ...findings };
  } finally {
    browser.kill();
    server.remove();
  }
}

class Scenario {
  #revision = 0;
  /** The revision that the device brought last. */
  #inUse = 0;
  readonly #seed: number;
  readonly #plan: FaultPlan;
  readonly #device: Device;
  readonly #server: Server;
  readonly #network: Network;
  readonly #expectation: Expectation;
  readonly #installation: Installation;

  constructor(
    ...[seed, plan, device, server, network, expectation, installation]: [
      number,
      FaultPlan,
      Device,
      Server,
      Network,
      Expectation,
      Installation,
    ]
  ) {
    this.#seed = seed;
    this.#plan = plan;
    this.#device = device;
    this.#server = server;
    this.#network = network;
    this.#expectation = expectation;
    this.#installation = installation;
  }

  async play(): Promise<void> {
    const random = seededRandom(`scenario ${this.#seed}`);
    this.#device.isOld = random() < 0.3;
    await this.#publish();
    const session = new Session(this.#device, this.#plan, this.#expectation, () => this.#between(random));
    for (let number = 1; number <= attempts; number += 1) {
      this.#plan.begin('opening');
      await this.#device.prepare();
      // No test begins before its content is here.
      for (let tries = 0; tries < 40 && !(await this.#install()) && this.#inUse === 0; tries += 1);
      const id = `attempt-${number}`;
      await session.takeAttempt(id, () => this.#inUse);
      const card = random() < 0.8 ? await this.#card() : undefined;
      if (card === undefined) {
        await this.#send();
        continue;
      }
      const [isAtOnce, mayChange] = [random() < 0.3, random() < 0.35];
      if (isAtOnce) await Promise.all([session.agree(id, card), this.#send()]);
      else await session.agree(id, card);
      // Somebody changes their mind before anything left, while it leaves, or after that.
      if (mayChange && isAtOnce) {
        await session.agree(id, card);
        await Promise.all([this.#send(), turns(random() * 60).then(() => session.changeMind(id))]);
      } else {
        if (random() < 0.5) await this.#send();
        if (mayChange) await session.changeMind(id);
      }
    }
    await this.#calm();
  }

  /** What happens by itself between two answers. */
  async #between(random: () => number): Promise<void> {
    this.#plan.begin('between');
    const draw = random();
    if (draw < 0.1) await this.#send();
    const happened = this.#plan.at('between', 'answers');
    if (happened === 'clockJumped')
      this.#device.browser.clock += (this.#plan.chance('years') - 0.5) * 20 * yearMs;
    else this.#device.browser.clock += 9_000;
    if (happened === 'storageWiped') {
      this.#device.wipe();
      await this.#device.prepare();
      for (let tries = 0; tries < 40 && !(await this.#install()); tries += 1);
    }
    if (happened === 'contentUpdated') {
      await this.#publish();
      await this.#install();
    }
    if (this.#device.isOld && this.#plan.at('older', 'answers') === 'appUpdated') {
      this.#device.isOld = false;
      this.#device.reload();
    }
    if (happened === 'serverRestarted') this.#server.kill();
    if (happened === 'otherNode') {
      this.#server.kill();
      await this.#server.start(2);
    }
  }

  async #send(): Promise<void> {
    if (this.#device.isOld) return;
    this.#plan.begin('send');
    if (this.#plan.at('sending', 'road') === 'reordered') {
      await this.#device.takeBack(await this.#network.carry(await this.#device.handOver()));
      // Where people carry there is mostly no network.
      if (this.#plan.chance('alone') < 0.8) return;
    }
    await this.#device.send(this.#plan.at('sending', 'tabs') === 'twoTabs' ? 2 : 1);
    await this.#network.arrive();
  }

  async #card() {
    for (let tries = 0; tries < 20; tries += 1) {
      const card = await this.#device.prepare();
      if (card !== undefined) return card;
    }
    this.#expectation.faults.push('the card could not be kept in 20 tries');
    return undefined;
  }

  async #publish(): Promise<void> {
    this.#revision += 1;
    const random = seededRandom(`content ${this.#seed} ${this.#revision}`);
    const chunk = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
    await this.#installation.content.publish(this.#revision, {
      same: new Uint8Array(900).fill(this.#seed % 250),
      words: chunk(20_000),
    });
  }

  async #install(): Promise<boolean> {
    const read = await this.#device.profile();
    if (read === undefined) return false;
    const running = read.profile.attempts.filter(({ status }) => status === 'running');
    const needed = new Set(running.map(({ revision }) => revision));
    const isInstalled = await this.#device.install(needed);
    if (isInstalled) this.#inUse = this.#revision;
    await this.#lookForGaps(needed);
    return isInstalled;
  }

  /** A revision that is in use, by an attempt or as the newest, is never without a chunk. */
  async #lookForGaps(needed: ReadonlySet<number>): Promise<void> {
    const database = this.#device.browser.look();
    const newest = await installedRevision(database, 'socle');
    for (const revision of new Set([...needed, newest ?? 0])) {
      if (revision > 0 && !(await isWhole(database, revision)))
        this.#expectation.faults.push(`revision ${revision} is in use and not whole`);
    }
    database.close();
  }

  /** All faults cease: a few rounds must be enough for everything. */
  async #calm(): Promise<void> {
    this.#plan.isOver = true;
    this.#device.browser.makeRoom();
    this.#device.isOld = false;
    this.#device.reload();
    await this.#network.arrive();
    await this.#device.prepare();
    for (let round = 1; round <= lastRounds; round += 1) await this.#send();
    const isInstalled = await this.#install();
    const database = this.#device.browser.look();
    const revision = (await installedRevision(database, 'socle')) ?? 0;
    database.close();
    if (!isInstalled || revision !== this.#revision)
      this.#expectation.faults.push(`revision ${this.#revision} is not whole on the device: ${revision} is`);
  }
}

/** Whether every chunk of a revision is here, byte for byte; asked of the digest itself, not of the product. */
async function isWhole(database: LocalDatabase, revision: number): Promise<boolean> {
  const manifest = await manifestOf(database, 'socle', revision);
  if (manifest === undefined) return false;
  const rows = await database.chunks.bulkGet(manifest.chunks.map(({ sha256 }) => sha256));
  return rows.every(
    (row, place) =>
      row !== undefined &&
      createHash('sha256').update(row.bytes).digest('hex') === manifest.chunks[place]?.sha256,
  );
}

/** Lets others go on for a while, counted in turns and not in time. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
