import { bytesOfBase64url } from '#lib/base/bytes.ts';
import { verify } from '#lib/base/platform/crypto.ts';
import { openCard } from '#lib/campaigns/card.ts';
import { openDatabase } from '#lib/server/database.ts';
import { SendingDevice, type Joined } from '#lib/sync/server/sending-device.contract.ts';
import { contentType, packFrames, readFrames } from '#lib/sync/wire.ts';
import type { ServerProcess } from '../journeys/server-process.ts';
import { Hung, patience } from './patience.ts';

/** How many events a parcel holds, when much is sent again. */
const PARCEL = 200;

/** A device, and what it heard of what it sent. */
export class HearingDevice {
  readonly device: SendingDevice;
  /** Up to where a receipt said that its events are kept. */
  upto = 0;

  private constructor(device: SendingDevice) {
    this.device = device;
  }

  static async of(joined: Joined): Promise<HearingDevice> {
    return new HearingDevice(await SendingDevice.of(joined));
  }

  /**
   * Sends its events from a place on: `taken`, `refused` by the server, or `cut` when no answer came. Fails with `Hung`
   * when the server neither answers nor goes.
   */
  async send(
    server: ServerProcess,
    from: number,
    upto = this.device.events.length,
  ): Promise<'taken' | 'refused' | 'cut'> {
    const parcel = await this.device.parcel(from, upto);
    try {
      const response = await fetch(`${server.address}/api/sync`, {
        method: 'POST',
        headers: { 'content-type': contentType },
        body: packFrames([{ type: 'parcel', bytes: parcel }]),
        signal: patience(),
      });
      for (const frame of readFrames(new Uint8Array(await response.arrayBuffer())) ?? []) {
        const receipt = frame.type === 'receipt' ? await this.device.receiptIn(frame.bytes) : undefined;
        if (receipt !== undefined) this.upto = Math.max(this.upto, receipt.upto);
      }
      return response.ok ? 'taken' : 'refused';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError')
        throw new Hung('a sending was not answered');
      return 'cut';
    }
  }

  /** Sends all that it ever had, from the first event on. */
  async sendAll(server: ServerProcess): Promise<void> {
    const all = this.device.events.length;
    for (let from = 1; from <= all; from += PARCEL)
      await this.send(server, from, Math.min(all, from + PARCEL - 1));
  }
}

/** One sending of one new device that is receipted. */
export async function sendOnce(server: ServerProcess, joined: Joined): Promise<void> {
  const hearing = await HearingDevice.of(joined);
  hearing.device.share('Lina', 3);
  await hearing.send(server, 1);
  if (hearing.upto !== hearing.device.events.length) throw new Error('no receipt came');
}

/** The card of the demonstration, as a device reads it; `database` is the address of the server's. */
export async function joinedTo(server: ServerProcess, database: string): Promise<Joined> {
  const opened = await openDatabase(database);
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
