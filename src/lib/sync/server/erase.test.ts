import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eraseAgain, keepErasures } from '#lib/server/erasures.ts';
import { freshDatabase } from '#lib/server/fresh-database.contract.ts';
import type { Database, Verdict } from '#lib/server/schema.ts';
import { eraseCampaign, eraseDevice } from './erase.ts';
import { ingest } from './ingest.ts';
import { joinedTo } from './joined.contract.ts';
import { projectParticipations, rebuildParticipations } from './projection.ts';
import { SendingDevice, type Joined } from './sending-device.contract.ts';

const now = 1_772_000_000_000;
const verified = (): Promise<Verdict> => Promise.resolve('verified');
let database: Kysely<Database>;
let joined: Joined;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-erase-'));
  database = await freshDatabase();
  joined = await joinedTo(database, now);
});
afterEach(async () => {
  await database.destroy();
  await rm(folder, { recursive: true });
});

async function sent(nickname: string): Promise<SendingDevice> {
  const device = await SendingDevice.of(joined);
  device.share(nickname);
  expect(await ingest(database, await device.parcel(), now)).toMatchObject({ type: 'receipt' });
  await projectParticipations(database, verified);
  return device;
}

async function left(): Promise<{ shown: string[]; bodies: number }> {
  const shown = await database.selectFrom('participation').select('nickname').orderBy('nickname').execute();
  const bodies = await database.selectFrom('event').where('body', 'is not', null).select('seq').execute();
  return { shown: shown.map(({ nickname }) => nickname), bodies: bodies.length };
}

test('[SY-39] what one device sent is erased, and no more; a late copy is receipted and thrown away', async () => {
  const [lina] = [await sent('Lina'), await sent('Omar')];
  expect(await eraseDevice(database, joined.organisation, lina.writer.device, now)).toBe(5);
  expect(await left()).toEqual({ shown: ['Omar'], bodies: 5 });
  expect(await ingest(database, await lina.parcel(), now)).toMatchObject({ type: 'receipt' });
  await rebuildParticipations(database, verified);
  expect(await left()).toEqual({ shown: ['Omar'], bodies: 5 });
});

test('[SY-39] what a campaign received is erased, and the campaign stays', async () => {
  await sent('Lina');
  await sent('Omar');
  const { organisation, campaign } = joined;
  expect(await eraseCampaign(database, organisation, 'ffffffff', now)).toBe(0);
  expect(await eraseCampaign(database, organisation, campaign, now)).toBe(2);
  // Only who they are to the server stays: their enrolments.
  expect(await left()).toEqual({ shown: [], bodies: 2 });
  await sent('Zoé');
  expect(await left()).toEqual({ shown: ['Zoé'], bodies: 7 });
});

test('[SV-8] after a restore of an older moment, what was erased stays so when the device sends it again', async () => {
  const lina = await SendingDevice.of(joined);
  lina.share('Lina');
  const parcel = await lina.parcel();
  const stream = { organisation: joined.organisation, device: lina.writer.device, epoch: 1 };
  // The database of before the sending, with what is kept outside of it.
  await database
    .insertInto('erasure')
    .values({ ...stream, from_seq: 2, upto_seq: 5, erased_at: now, kept_at: null })
    .execute();
  await keepErasures(database, folder, now);
  await database.deleteFrom('erasure').execute();
  expect(await eraseAgain(database, folder, now)).toBe(1);
  expect(await ingest(database, parcel, now)).toMatchObject({ type: 'receipt' });
  await projectParticipations(database, verified);
  expect(await left()).toEqual({ shown: [], bodies: 1 });
});
