import type { KillRun } from './campaign.ts';
import { compare, wordsOf, type Comparison } from './comparison.ts';
import type { KilledServer, Victim } from './killed-server.ts';
import { Hung, within } from './patience.ts';
import { seededRandom } from './random.ts';
import { HearingDevice } from './sending.ts';

const DEVICES = 4;
/** A kill comes within so many milliseconds of the first sending after a start, or of the first receipt. */
const WITHIN_MS = 120;
/** After a refusal a device waits: the server counts what comes from one address. */
const REFUSED_MS = 200;
/** What share of the kills does not wait for a receipt: the server is still cold. */
const COLD = 0.25;

/**
 * One run: new devices send while the server is killed some times, then send all again; every receipted event must be there
 * once, in order. A server that does not answer, start or stop is a fault too.
 */
export async function databaseRun(
  killed: KilledServer,
  isOnPostgres: boolean,
  { seed, kills }: { readonly seed: number; readonly kills: number },
  told: () => void,
): Promise<KillRun> {
  const random = seededRandom(seed);
  const devices: HearingDevice[] = [];
  for (let each = 0; each < DEVICES; each += 1) devices.push(await HearingDevice.of(killed.joined));
  const faults: string[] = [];
  const counted = { kills: 0, told: 0, cut: 0, unheard: 0, lost: 0, doubled: 0 };
  try {
    for (; counted.kills < kills; counted.kills += 1) {
      const victim = isOnPostgres ? victimOf(random()) : 'server';
      counted.cut += await oneKill(killed, devices, victim, random);
      counted.told = devices.reduce((sum, { upto }) => sum + upto, 0);
      await killed.startAgain(victim);
      told();
    }
    count(await compared(killed, devices), 'after the last kill');
    for (const each of devices) await each.sendAll(killed.server);
    if (devices.some(({ device, upto }) => upto !== device.events.length))
      faults.push('what was sent again was not receipted');
    count(await compared(killed, devices), 'after all was sent again');
  } catch (error) {
    if (!(error instanceof Hung)) throw error;
    faults.push(error.message);
  }
  return { ...counted, faults };

  function count(found: Comparison & { readonly unheard: number }, when: string): void {
    const { unheard, ...comparison } = found;
    counted.unheard += unheard;
    counted.lost += found.lost;
    counted.doubled += found.doubled;
    faults.push(...wordsOf(comparison, when));
  }
}

/** Half of the time the server alone dies; else the database under it, or both. */
function victimOf(share: number): Victim {
  if (share < 0.5) return 'server';
  return share < 0.75 ? 'both' : 'database';
}

/** Devices send until a kill; how many sendings it cut. */
async function oneKill(
  killed: KilledServer,
  devices: readonly HearingDevice[],
  victim: Victim,
  random: () => number,
): Promise<number> {
  const before = devices.reduce((sum, { upto }) => sum + upto, 0);
  const isCold = before > 0 && random() < COLD;
  const waitMs = random() * WITHIN_MS;
  const heard = Promise.withResolvers<unknown>();
  const power = { isCut: false };
  const sending = devices.map(async (each) => {
    let cut = 0;
    while (!power.isCut) {
      // One result at a time: what was not receipted goes first.
      if (each.upto === each.device.events.length || each.device.events.length === 1)
        each.device.share('Lina', Math.floor(random() * 6));
      // From what was receipted last: it overlaps what the server may have without our knowing.
      const upto = each.upto;
      const how = await each.send(killed.server, upto + 1);
      if (each.upto > upto) heard.resolve(each);
      if (how === 'cut') cut += 1;
      if (how !== 'taken') await pause(REFUSED_MS);
    }
    return cut;
  });
  const ended = Promise.all(sending);
  // Told below: until then nobody waits for it.
  ended.catch(() => undefined);
  try {
    if (!isCold) await within(heard.promise, 'to receipt anything');
    await pause(waitMs);
    await killed.kill(victim);
  } finally {
    power.isCut = true;
  }
  return (await ended).reduce((sum, cut) => sum + cut, 0);
}

async function compared(
  killed: KilledServer,
  devices: readonly HearingDevice[],
): Promise<Comparison & { readonly unheard: number }> {
  const held = await killed.heldOf(devices.map(({ device }) => device));
  const sum = { lost: 0, doubled: 0, moved: 0, foreign: 0, unheard: 0 };
  for (const { device, upto } of devices) {
    const kept = held.get(device) ?? [];
    const hashes = await device.hashes();
    const found = compare(hashes.slice(0, upto), kept, hashes);
    sum.lost += found.lost;
    sum.doubled += found.doubled;
    sum.moved += found.moved;
    sum.foreign += found.foreign;
    sum.unheard += Math.max(0, kept.length - upto);
  }
  return sum;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
