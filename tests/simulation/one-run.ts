import { seededRandom } from '#lib/base/random.ts';
import { installedRevision, isComplete, verifyRevision } from '#lib/content/local/revisions.ts';
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
  const network = new Network(plan, server, installation.content, (bytes) => left.set(bytes.join(), bytes));
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
      await this.#install();
      const id = `attempt-${number}`;
      await session.takeAttempt(id, () => this.#revision);
      const card = random() < 0.8 ? await this.#card() : undefined;
      if (card !== undefined) await session.agree(id, card);
      if (random() < 0.6) await this.#send();
      if (card !== undefined && random() < 0.25) await session.changeMind(id);
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
    return this.#device.install(new Set(running.map(({ revision }) => revision)));
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
    const isWhole =
      (await isComplete(database, 'socle', revision)) && (await verifyRevision(database, 'socle', revision));
    database.close();
    if (!isInstalled || revision !== this.#revision || !isWhole)
      this.#expectation.faults.push(`revision ${this.#revision} is not whole on the device: ${revision} is`);
  }
}
