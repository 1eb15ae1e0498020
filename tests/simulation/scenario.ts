import { createHash } from 'node:crypto';
import { seededRandom } from '#lib/base/random.ts';
import { installedRevision, manifestOf } from '#lib/content/local/revisions.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import type { Device } from './device.ts';
import type { Expectation } from './expectation.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { Installation } from './installation.ts';
import type { Network } from './network.ts';
import type { Server } from './server.ts';
import { Session } from './session.ts';

/** What a run takes place in. */
export interface World {
  readonly seed: number;
  readonly plan: FaultPlan;
  readonly server: Server;
  readonly network: Network;
  readonly installation: Installation;
}

/** A device and what its person did and saw. */
export interface Holder {
  readonly device: Device;
  readonly expectation: Expectation;
}

interface Actor extends Holder {
  readonly session: Session;
  /** The revision that the device brought last. */
  inUse: number;
}

const yearMs = 365 * 24 * 3_600_000;
const attempts = 4;
const lastRounds = 8;

/** Four attempts on one device, from the moment it was copied on a second one too; then all faults cease. */
export class Scenario {
  readonly #world: World;
  readonly #random: () => number;
  readonly #actors: Actor[];
  #revision = 0;

  constructor(world: World, { device, expectation }: Holder) {
    this.#world = world;
    this.#random = seededRandom(`scenario ${world.seed}`);
    this.#actors = [this.#actor(device, expectation, 0)];
  }

  /** Plays it to its end; gives each device there was, with what its person expects. */
  async play(): Promise<readonly Holder[]> {
    const [first] = this.#actors as [Actor];
    first.device.isOld = this.#random() < 0.3;
    await this.#publish();
    for (let number = 1; number <= attempts; number += 1) {
      await this.#act(first, `attempt-${number}`);
      await this.#befall(first, number);
    }
    await this.#calm();
    return this.#actors;
  }

  #actor(device: Device, expectation: Expectation, inUse: number): Actor {
    const session = new Session(device, this.#world.plan, expectation, () => this.#between(actor));
    const actor: Actor = { device, expectation, session, inUse };
    return actor;
  }

  /** An attempt, what its person agrees to, and whether they change their mind. */
  async #act(actor: Actor, id: string): Promise<void> {
    const { session, device } = actor;
    this.#turnTo(actor);
    this.#world.plan.begin('opening');
    await device.prepare();
    // No test begins before its content is here.
    while (!(await this.#install(actor)) && actor.inUse === 0);
    await session.takeAttempt(id, () => actor.inUse);
    const card = this.#random() < 0.8 ? await this.#card(actor) : undefined;
    if (card === undefined) {
      await this.#send(actor);
      return;
    }
    const [isAtOnce, mayChange] = [this.#random() < 0.3, this.#random() < 0.35];
    if (isAtOnce) await Promise.all([session.agree(id, card), this.#send(actor)]);
    else await session.agree(id, card);
    // Somebody changes their mind before anything left, while it leaves, or after that.
    if (mayChange && isAtOnce) {
      await session.agree(id, card);
      await Promise.all([this.#send(actor), turns(this.#random() * 60).then(() => session.changeMind(id))]);
    } else {
      if (this.#random() < 0.5) await this.#send(actor);
      if (mayChange) await session.changeMind(id);
    }
  }

  /** What happens between two attempts: the server is put back to a copy, the device is copied; and the second device goes on. */
  async #befall(first: Actor, number: number): Promise<void> {
    const { plan, server } = this.#world;
    plan.begin('befalls');
    if (server.hasCopy && plan.at('restoring', 'attempts') === 'serverRestored') await server.putBack();
    const { device, expectation, inUse } = first;
    const mayBeCopied = this.#actors.length === 1 && !device.isOld && !(await isBeforeFirstSending(device));
    if (mayBeCopied && plan.at('copying', 'attempts') === 'deviceCopied') {
      const expected = expectation.copied();
      this.#actors.push(this.#actor(await device.copied(expected), expected, inUse));
    }
    const [, second] = this.#actors;
    if (second === undefined) return;
    await this.#act(second, `second-${number}`);
    // What both have, either may take back, in whatever epoch it stands by then.
    if (this.#random() < 0.5) await second.session.changeMind('attempt-1');
    this.#turnTo(first);
    if (this.#random() < 0.3) await first.session.changeMind('attempt-1');
  }

  #turnTo({ device }: Actor): void {
    this.#world.network.browser = device.browser;
    device.browser.stand();
  }

  /** What happens by itself between two answers. */
  async #between(actor: Actor): Promise<void> {
    const { plan, server } = this.#world;
    const { device } = actor;
    plan.begin('between');
    const draw = this.#random();
    if (draw < 0.1) await this.#send(actor);
    if (draw > 0.96) server.keepCopy();
    const happened = plan.at('between', 'answers');
    if (happened === 'clockJumped') device.browser.clock += (plan.chance('years') - 0.5) * 20 * yearMs;
    else device.browser.clock += 9_000;
    if (happened === 'storageWiped') {
      device.wipe();
      await device.prepare();
      while (!(await this.#install(actor)));
    }
    if (happened === 'contentUpdated') {
      await this.#publish();
      await this.#install(actor);
    }
    if (device.isOld && plan.at('older', 'answers') === 'appUpdated') {
      device.isOld = false;
      device.reload();
    }
    if (happened === 'serverRestarted') server.kill();
    if (happened === 'otherNode') {
      server.kill();
      await server.start(2);
    }
  }

  async #send(actor: Actor): Promise<void> {
    if (actor.device.isOld) return;
    await this.#sendOnRoad(actor);
    const rows = await actor.device.browser.look().outbox.toArray();
    if (rows.some(({ acknowledgedAt, first }) => acknowledgedAt !== undefined && first === undefined))
      actor.expectation.faults.push('what never left is said to be received');
  }

  async #sendOnRoad({ device }: Actor): Promise<void> {
    const { plan, network } = this.#world;
    plan.begin('send');
    if (plan.at('sending', 'road') === 'reordered') {
      await device.takeBack(await network.carry(await device.handOver()));
      // Where people carry there is mostly no network.
      if (plan.chance('alone') < 0.8) return;
    }
    await device.send(plan.at('sending', 'tabs') === 'twoTabs' ? 2 : 1);
    await network.arrive();
  }

  async #card({ device, expectation }: Actor) {
    for (let tries = 0; tries < 20; tries += 1) {
      const card = await device.prepare();
      if (card !== undefined) return card;
    }
    expectation.faults.push('the card could not be kept in 20 tries');
    return undefined;
  }

  async #publish(): Promise<void> {
    const { seed, installation } = this.#world;
    this.#revision += 1;
    const random = seededRandom(`content ${seed} ${this.#revision}`);
    const chunk = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
    await installation.content.publish(this.#revision, {
      same: new Uint8Array(900).fill(seed % 250),
      words: chunk(20_000),
    });
  }

  async #install(actor: Actor): Promise<boolean> {
    const read = await actor.device.profile();
    if (read === undefined) return false;
    const running = read.profile.attempts.filter(({ status }) => status === 'running');
    const needed = new Set(running.map(({ revision }) => revision));
    const isInstalled = await actor.device.install(needed);
    if (isInstalled) actor.inUse = this.#revision;
    await lookForGaps(actor, needed);
    return isInstalled;
  }

  /** All faults cease: a few rounds must be enough for everything. */
  async #calm(): Promise<void> {
    this.#world.plan.isOver = true;
    for (const actor of this.#actors) {
      const { device } = actor;
      this.#turnTo(actor);
      device.browser.makeRoom();
      device.isOld = false;
      device.reload();
      await this.#world.network.arrive();
      const card = await device.prepare();
      // A device learns that a server was restored with the next thing that it sends.
      if (this.#world.server.restored > 0 && card !== undefined) {
        const id = `last-${this.#actors.indexOf(actor)}`;
        await this.#install(actor);
        await actor.session.takeAttempt(id, () => actor.inUse);
        await actor.session.agree(id, card);
      }
    }
    for (let round = 1; round <= lastRounds; round += 1)
      for (const actor of this.#actors) {
        this.#turnTo(actor);
        await this.#send(actor);
      }
    for (const actor of this.#actors) await this.#endWhole(actor);
  }

  async #endWhole(actor: Actor): Promise<void> {
    this.#turnTo(actor);
    const isInstalled = await this.#install(actor);
    const database = actor.device.browser.look();
    const revision = (await installedRevision(database, 'socle')) ?? 0;
    if (!isInstalled || revision !== this.#revision)
      actor.expectation.faults.push(`revision ${this.#revision} is not whole on the device: ${revision} is`);
  }
}

/** Whether something waits on a device that no organisation knows by a name yet: a copy of it would be another device. */
async function isBeforeFirstSending({ browser }: Device): Promise<boolean> {
  const database = browser.look();
  const [known, waiting] = [await database.identities.count(), await database.outbox.count()];
  return known === 0 && waiting > 0;
}

/** A revision that is in use, by an attempt or as the newest, is never without a chunk. */
async function lookForGaps({ device, expectation }: Holder, needed: ReadonlySet<number>): Promise<void> {
  const database = device.browser.look();
  const newest = await installedRevision(database, 'socle');
  for (const revision of new Set([...needed, newest ?? 0])) {
    if (revision > 0 && !(await isWhole(database, revision)))
      expectation.faults.push(`revision ${revision} is in use and not whole`);
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
