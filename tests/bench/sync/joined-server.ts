import { join } from 'node:path';
import { openDatabase } from '#lib/server/database.ts';
import { joinedTo } from '#lib/sync/server/joined.contract.ts';
import { SendingDevice, type Joined } from '#lib/sync/server/sending-device.contract.ts';
import { ServerProcess } from '../../journeys/server-process.ts';
import { recordedShare } from './session.ts';

/** The real server in a process of its own, and a campaign that devices may join. */
export interface JoinedServer {
  readonly server: ServerProcess;
  readonly joined: Joined;
}

/** Starts one, with more variables than usual where some are given. */
export async function joinedServer(variables: Readonly<Record<string, string>> = {}): Promise<JoinedServer> {
  const server = await ServerProcess.started(variables);
  const opened = await openDatabase(join(server.dataDirectory, 'jalon.sqlite'));
  if (!opened.ok) throw new Error(opened.detail ?? opened.reason);
  const joined = await joinedTo(opened.value, Date.now());
  await opened.value.destroy();
  return { server, joined };
}

/** The parcel of a new device with one recorded session. */
export async function sessionParcel(joined: Joined, session: number): Promise<Uint8Array<ArrayBuffer>> {
  const device = await SendingDevice.of(joined);
  device.events.push(...recordedShare(joined.campaign, session));
  return device.parcel();
}
