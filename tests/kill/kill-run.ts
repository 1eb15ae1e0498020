import { join } from 'node:path';
import { bytesOfBase64url } from '#lib/base/bytes.ts';
import { verify } from '#lib/base/platform/crypto.ts';
import { openCard } from '#lib/campaigns/card.ts';
import { openDatabase } from '#lib/server/database.ts';
import { SendingDevice, type Joined } from '#lib/sync/server/sending-device.contract.ts';
import { contentType, packFrames, readFrames } from '#lib/sync/wire.ts';
import { ServerProcess } from '../journeys/server-process.ts';
import { PostgresCluster } from '../postgres/cluster.ts';
import { Hung, patience, within } from './patience.ts';
import { seededRandom } from './random.ts';

export type Target = 'sqlite' | 'postgres';

/** What one run did, and what was wrong at its end. */
interface KillRun {
  readonly kills: number;
  readonly receipted: number;
  readonly faults: readonly string[];
}

const KILLS = 3;
const DEVICES = 4;
/** Kills come within so many milliseconds of the first sending. */
const WITHIN_MS = 400;

/**
 * One run: devices send while the server is killed, then send all again; every receipted event must be there once, in order.
 * A server that does not answer, start or stop is a fault too.
 */
export async function killRun(target: Target, seed: number): Promise<KillRun> {
  const random = seededRandom(seed);
  const cluster = target === 'postgres' ? await PostgresCluster.started() : undefined;
  const environment = cluster === undefined ? {} : { DATABASE_URL: cluster.addressOf('postgres') };
  const server = await ServerProcess.started(environment);
  /** By device, up to where a receipt said that its events are kept. */
  const upto = new Map<SendingDevice, number>();
  const receipted = (): number => [...upto.values()].reduce((sum, each) => sum + each, 0);
  let kills = 0;
  try {
    const joined = await joinedTo(server, cluster?.addressOf('postgres'));
    const devices = await Promise.all(Array.from({ length: DEVICES }, () => SendingDevice.of(joined)));
    for (const device of devices) upto.set(device, 0);
    for (; kills < KILLS; kills += 1) {
      const killed = after(random() * WITHIN_MS).then(async () => {
        await within(server.stop('SIGKILL'), 'to kill the server');
        if (cluster !== undefined && seed % 3 === 0)
          await within(cluster.stop('SIGKILL'), 'to kill PostgreSQL');
      });
      const sending = devices.map((device) => sendUntil(server, device, upto, killed, random));
      await Promise.all([killed, ...sending]);
      if (cluster !== undefined && seed % 3 === 0) await within(cluster.start(), 'to start PostgreSQL');
      await within(server.start(), 'to start the server');
    }
    const before = receipted();
    const kept = await faultsIn(server, cluster, upto, 'after the last kill');
    for (const device of devices) await send(server, device, await device.parcel(), upto);
    const whole = new Map(devices.map((device) => [device, device.events.length]));
    const again = await faultsIn(server, cluster, whole, 'after all was sent again');
    return { kills, receipted: before, faults: [...kept, ...again] };
  } catch (error) {
    if (!(error instanceof Hung)) throw error;
    return { kills, receipted: receipted(), faults: [error.message] };
  } finally {
    await server.stop('SIGKILL');
    await cluster?.remove();
  }
}

/** One sending of one new device that is receipted. */
export async function sendOnce(server: ServerProcess): Promise<void> {
  const device = await SendingDevice.of(await joinedTo(server, undefined));
  device.share('Lina', 3);
  const upto = new Map<SendingDevice, number>();
  await send(server, device, await device.parcel(), upto);
  if (upto.get(device) !== device.events.length) throw new Error('no receipt came');
}

/** Shares one result after the other, as whole parcels, until the server is gone. */
async function sendUntil(
  server: ServerProcess,
  device: SendingDevice,
  upto: Map<SendingDevice, number>,
  killed: Promise<void>,
  random: () => number,
): Promise<void> {
  const power = { isCut: false };
  void killed.then(() => (power.isCut = true));
  while (!power.isCut) {
    device.share('Lina', Math.floor(random() * 6));
    // From what was receipted last: it overlaps what the server may have without our knowing.
    const parcel = await device.parcel((upto.get(device) ?? 0) + 1);
    const isSent = await send(server, device, parcel, upto);
    if (!isSent) return;
  }
}

async function send(
  server: ServerProcess,
  device: SendingDevice,
  parcel: Uint8Array<ArrayBuffer>,
  upto: Map<SendingDevice, number>,
): Promise<boolean> {
  try {
    const response = await fetch(`${server.address}/api/sync`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: packFrames([{ type: 'parcel', bytes: parcel }]),
      signal: patience(),
    });
    for (const frame of readFrames(new Uint8Array(await response.arrayBuffer())) ?? []) {
      const receipt = frame.type === 'receipt' ? await device.receiptIn(frame.bytes) : undefined;
      if (receipt !== undefined) upto.set(device, Math.max(upto.get(device) ?? 0, receipt.upto));
    }
    return response.ok;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError')
      throw new Hung('a sending was not answered');
    return false;
  }
}

/** What is not as it was receipted: each event once, in order, with the digest that its device chained. */
async function faultsIn(
  server: ServerProcess,
  cluster: PostgresCluster | undefined,
  expected: ReadonlyMap<SendingDevice, number>,
  when: string,
): Promise<string[]> {
  const opened = await openDatabase(addressOf(server, cluster));
  if (!opened.ok) return [`${when}: ${opened.detail ?? opened.reason}`];
  const faults: string[] = [];
  for (const [device, upto] of expected) {
    const rows = await opened.value
      .selectFrom('event')
      .where('device', '=', device.writer.device)
      .select(['seq', 'hash'])
      .orderBy('seq')
      .execute();
    const hashes = await device.hashes();
    const wrong = rows.findIndex(({ seq, hash }, place) => seq !== place + 1 || hash !== hashes[place]);
    if (wrong >= 0) faults.push(`${when}: ${device.writer.device} has another event at ${wrong + 1}`);
    if (rows.length < upto)
      faults.push(`${when}: ${device.writer.device} lost ${upto - rows.length} of ${upto} receipted events`);
  }
  await opened.value.destroy();
  return faults;
}

function addressOf(server: ServerProcess, cluster: PostgresCluster | undefined): string {
  return cluster?.addressOf('postgres') ?? join(server.dataDirectory, 'jalon.sqlite');
}

/** The card of the demonstration, as a device reads it. */
async function joinedTo(server: ServerProcess, address: string | undefined): Promise<Joined> {
  const opened = await openDatabase(address ?? join(server.dataDirectory, 'jalon.sqlite'));
  if (!opened.ok) throw new Error(opened.detail);
  const { code } = await opened.value.selectFrom('campaign').select('code').executeTakeFirstOrThrow();
  await opened.value.destroy();
  const text = await (await fetch(`${server.address}/api/cards/${code}`, { signal: patience() })).text();
  const installation = (await (
    await fetch(`${server.address}/api/installation`, { signal: patience() })
  ).json()) as { body: string };
  const { root } = JSON.parse(installation.body) as { root: string };
  const card = await openCard(text, root, {}, verify);
  if (!card.ok) throw new Error(card.reason);
  const { campaign, organisation } = card.value;
  return {
    organisation: campaign.organisation,
    campaign: campaign.campaign,
    joinSecret: campaign.joinSecret,
    sealingKey: bytesOfBase64url(organisation.sealingKey) ?? new Uint8Array(0),
    receiptKey: bytesOfBase64url(organisation.receiptKey) ?? new Uint8Array(0),
  };
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
