import 'fake-indexeddb/auto';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { generateStoredSigningKey, signerOfJwk, type StoredKeyPair } from '#lib/base/platform/crypto.ts';
import { campaignOf } from '#lib/campaigns/server/campaign-store.ts';
import { rotateKeys } from '#lib/campaigns/server/key-rotation.ts';
import { organisationCertificate } from '#lib/campaigns/server/organisation-store.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { noteReached } from '#lib/local/reachability.ts';
import { freshDatabase } from '#lib/server/fresh-database.contract.ts';
import type { CampaignTable, Database } from '#lib/server/schema.ts';
import { certificateOf, keepCertificates } from '../local/certificates.ts';
import { flush } from '../local/flush.ts';
import { packOwn } from '../local/hand-over.ts';
import { deliveryOf } from '../local/outbox.ts';
import { readEnvelope } from '../parcel.ts';
import { contentType, packFrames, readFrames, type Frame } from '../wire.ts';
import { joinedTo } from './joined.contract.ts';
import { projectParticipations } from './projection.ts';
import type { Joined } from './sending-device.contract.ts';
import { takeIn } from './take-in.ts';
import { agree, deviceWith, sharersIn, takeBack, twinOf } from './twin-device.contract.ts';

const day = 24 * 3_600_000;
let now: number;
let database: Kysely<Database>;
let root: StoredKeyPair;
let joined: Joined;
let campaign: CampaignTable;
let device: LocalDatabase;
let sent: Uint8Array[];
/** What somebody between the device and the server makes of an answer. */
let between: (frames: readonly Frame[]) => readonly Frame[];

beforeEach(async () => {
  now = 1_772_000_000_000;
  database = await freshDatabase();
  root = await generateStoredSigningKey();
  joined = await joinedTo(database, now, await signerOfJwk(root.privateJwk));
  const row = await campaignOf(database, joined.organisation, joined.campaign);
  if (row === undefined) throw new Error('the campaign is there');
  campaign = row;
  device = await deviceWith(root, campaign);
  between = (frames) => frames;
  vi.stubGlobal('fetch', async (address: string, request?: RequestInit) => {
    if (address.endsWith('/api/health')) return Response.json({ status: 'ok' });
    const frames = readFrames(request?.body as unknown as Uint8Array) ?? [];
    sent = frames.flatMap((frame) => (frame.type === 'parcel' ? [frame.bytes] : []));
    const { answers } = await takeIn(database, sent, now);
    return new Response(packFrames(between(answers)), { headers: { 'content-type': contentType } });
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  noteReached(false);
  await database.destroy();
});

const held = (): Promise<readonly string[]> => sharersIn(database);

const waits = async (of: LocalDatabase): Promise<number> =>
  (await of.outbox.toArray()).filter((row) => deliveryOf(row) !== 'received').length;

/** The server loses what came after so many events of epoch 1, as when a backup is restored. */
async function restoreTo(upto: number): Promise<void> {
  await database.deleteFrom('event').where('seq', '>', upto).execute();
  await database.deleteFrom('event').where('epoch', '>', 1).execute();
  await database.deleteFrom('device').where('epoch', '>', 1).execute();
  const last = await database.selectFrom('event').select('hash').where('seq', '=', upto).executeTakeFirst();
  if (last === undefined) await database.deleteFrom('device').execute();
  else await database.updateTable('device').set({ head_seq: upto, head_hash: last.hash }).execute();
  await database
    .updateTable('server_epoch')
    .set({ epoch: Math.floor(now / 1000) })
    .execute();
}

test('[SY-41] of two copies of one device the second to send begins a new epoch; both go on, nothing twice, nothing left out', async () => {
  await agree(device, campaign, 'Ana');
  await flush(device);
  // One entry waits in both, and stands in no parcel yet.
  await agree(device, campaign, 'Bea');
  const twin = await twinOf(device);
  await agree(device, campaign, 'Cem');
  await flush(device);
  await agree(twin, campaign, 'Dua');
  expect(await flush(twin)).toBe('empty');
  expect(await held()).toEqual(['1 Ana', '1 Bea', '1 Cem', '2 Dua']);
  await agree(device, campaign, 'Eli');
  await agree(twin, campaign, 'Fay');
  expect([await flush(device), await flush(twin)]).toEqual(['empty', 'empty']);
  expect(await held()).toEqual(['1 Ana', '1 Bea', '1 Cem', '1 Eli', '2 Dua', '2 Fay']);
  expect([await waits(device), await waits(twin)]).toEqual([0, 0]);
  expect(await twin.identities.toArray()).toMatchObject([{ epoch: 2, headSeq: 7, acknowledged: 7 }]);
});

test('[SY-41] three copies find three epochs, and a copy with nothing new of its own gets its receipt', async () => {
  await agree(device, campaign, 'Ana');
  const [second, third, silent] = [await twinOf(device), await twinOf(device), await twinOf(device)];
  // Copies made before the first sending drew nothing yet: they are other devices. From here on they are not.
  await flush(device);
  for (const each of [second, third, silent]) await each.delete();
  const [two, three, quiet] = [await twinOf(device), await twinOf(device), await twinOf(device)];
  await agree(quiet, campaign, 'Qui');
  await packOwn(quiet);
  const echo = await twinOf(quiet);
  await flush(quiet);
  await agree(quiet, campaign, 'Ret');
  await flush(quiet);
  expect(await flush(echo)).toBe('empty');
  expect(await waits(echo)).toBe(0);
  for (const [each, name] of [
    [two, 'Two'],
    [three, 'Three'],
  ] as const) {
    await agree(each, campaign, name);
    expect(await flush(each)).toBe('empty');
  }
  expect(await held()).toEqual(['1 Ana', '1 Qui', '1 Ret', '2 Two', '3 Three']);
});

test('[SY-41] a device put back to an earlier moment goes on after what the organisation holds', async () => {
  await agree(device, campaign, 'Ana');
  await flush(device);
  const yesterday = await twinOf(device);
  await agree(device, campaign, 'Bea');
  await flush(device);
  await agree(yesterday, campaign, 'Cem');
  expect(await flush(yesterday)).toBe('empty');
  expect(await held()).toEqual(['1 Ana', '1 Bea', '2 Cem']);
});

test('[SY-42] a refusal without a receipt that names another history begins no epoch', async () => {
  await agree(device, campaign, 'Ana');
  await flush(device);
  await agree(device, campaign, 'Bea');
  const refusal: Frame = {
    type: 'refusal',
    refusal: { reason: 'forked', organisation: joined.organisation, upto: 0, head: '00'.repeat(32) },
  };
  between = () => [refusal];
  expect(await flush(device)).toBe('pending');
  expect(await device.identities.toArray()).toMatchObject([{ epoch: 1, acknowledged: 4, refusal: 'forked' }]);
  between = (frames) => [...frames, refusal];
  await flush(device);
  expect(await device.identities.toArray()).toMatchObject([{ epoch: 1, acknowledged: 7 }]);
});

test('[SY-43] after a restoration the device moves back by a receipt of the new server epoch and sends again what it keeps', async () => {
  for (const name of ['Ana', 'Bea', 'Cem']) {
    await agree(device, campaign, name);
    await flush(device);
  }
  await restoreTo(4);
  now += day;
  await agree(device, campaign, 'Dua');
  expect(await flush(device)).toBe('empty');
  expect(await held()).toEqual(['1 Ana', '1 Bea', '1 Cem', '1 Dua']);
  expect(await waits(device)).toBe(0);
  expect(await database.selectFrom('held_parcel').selectAll().execute()).toEqual([]);
});

test('[SY-43] of a server that lost all of a device, and of its earlier epochs, all comes back', async () => {
  await agree(device, campaign, 'Ana');
  await flush(device);
  const twin = await twinOf(device);
  await agree(device, campaign, 'Bea');
  await flush(device);
  await agree(twin, campaign, 'Cem');
  await flush(twin);
  await restoreTo(0);
  now += day;
  await agree(twin, campaign, 'Dua');
  expect(await flush(twin)).toBe('empty');
  expect(await held()).toEqual(['1 Ana', '2 Cem', '2 Dua']);
  await agree(device, campaign, 'Eli');
  expect(await flush(device)).toBe('empty');
  expect(await held()).toEqual(['1 Ana', '1 Bea', '1 Eli', '2 Cem', '2 Dua']);
});

test('[SY-43] a copy that sends first after a restoration costs nobody what was received before', async () => {
  await agree(device, campaign, 'Ana');
  await flush(device);
  const copy = await twinOf(device);
  for (const name of ['Bea', 'Cem']) {
    await agree(device, campaign, name);
    await flush(device);
  }
  await restoreTo(4);
  now += day;
  await agree(copy, campaign, 'Dua');
  expect(await flush(copy)).toBe('empty');
  await agree(device, campaign, 'Eli');
  expect(await flush(device)).toBe('empty');
  expect(await held()).toEqual(['1 Ana', '1 Dua', '2 Bea', '2 Cem', '2 Eli']);
});

test('[SY-43] who finds another history before all that it sends is told of the restoration, too', async () => {
  await agree(device, campaign, 'Ana');
  await flush(device);
  const twin = await twinOf(device);
  await agree(twin, campaign, 'Bea');
  await flush(twin);
  now += day;
  await restoreTo(4);
  await agree(device, campaign, 'Cem');
  await agree(device, campaign, 'Dua');
  await flush(device);
  // Its new parcel begins behind the place where the two histories part.
  await agree(twin, campaign, 'Eli');
  expect(await flush(twin)).toBe('empty');
  expect((await held()).map((each) => each.slice(2)).toSorted()).toEqual(['Ana', 'Bea', 'Cem', 'Dua', 'Eli']);
  expect([await waits(device), await waits(twin)]).toEqual([0, 0]);
});

test('[SY-43] a receipt from before the restoration moves nothing any more', async () => {
  await agree(device, campaign, 'Ana');
  let old: readonly Frame[] = [];
  between = (frames) => (old = frames);
  await flush(device);
  between = (frames) => frames;
  await restoreTo(0);
  now += day;
  await agree(device, campaign, 'Bea');
  between = (frames) => [...frames, ...old];
  await flush(device);
  expect(await held()).toEqual(['1 Ana', '1 Bea']);
  expect(await device.identities.toArray()).toMatchObject([
    { acknowledged: 7, serverEpoch: expect.any(Number) },
  ]);
});

test('[SY-44] where what is kept does not reach back to what the server holds, a new epoch begins', async () => {
  await agree(device, campaign, 'Ana');
  await flush(device);
  await agree(device, campaign, 'Bea');
  await flush(device);
  now += 40 * day;
  // Two receipts: by the second one what came with the first is old.
  for (const name of ['Cem', 'Dua']) {
    await agree(device, campaign, name);
    await flush(device);
  }
  expect(await device.parcels.count()).toBe(2);
  await restoreTo(4);
  now += day;
  await agree(device, campaign, 'Eli');
  expect(await flush(device)).toBe('empty');
  expect(await held()).toEqual(['1 Ana', '2 Cem', '2 Dua', '2 Eli']);
  expect(await waits(device)).toBe(0);
});

test('[SY-45] an agreement is taken back in whatever epoch it stands', async () => {
  const first = await agree(device, campaign, 'Ana');
  await flush(device);
  const twin = await twinOf(device);
  await agree(device, campaign, 'Bea');
  await flush(device);
  // Placed in epoch 1, then moved to epoch 2 together with what takes it back.
  const moved = await agree(twin, campaign, 'Cem');
  await packOwn(twin);
  await takeBack(twin, campaign, moved);
  await agree(twin, campaign, 'Dua');
  await takeBack(twin, campaign, first);
  expect(await flush(twin)).toBe('empty');
  await projectParticipations(database, () => Promise.resolve('stated'));
  expect(await held()).toEqual(['1 emptied', '1 Bea', '2 emptied', '2 Dua']);
});

test('[SY-46] new keys come down with the answer to what was sealed to the old ones, and what was replaced does not come back', async () => {
  const before = (await organisationCertificate(database, joined.organisation))!;
  await agree(device, campaign, 'Ana');
  const keyOf = (bytes: Uint8Array | undefined) => bytes && readEnvelope(bytes)?.keyId;
  await flush(device);
  const oldKey = keyOf(sent[0]);
  await rotateKeys(database, joined.organisation, await signerOfJwk(root.privateJwk), now + 1);
  const after = (await organisationCertificate(database, joined.organisation))!;
  await agree(device, campaign, 'Bea');
  expect(await flush(device)).toBe('empty');
  expect(keyOf(sent[0])).toBe(oldKey);
  await keepCertificates(device, [before]);
  expect(await certificateOf(device, joined.organisation)).toEqual(JSON.parse(after.body));
  await agree(device, campaign, 'Cem');
  expect(await flush(device)).toBe('empty');
  expect(keyOf(sent[0])).not.toBe(oldKey);
  expect(await held()).toEqual(['1 Ana', '1 Bea', '1 Cem']);
});

test('[SY-46] a receipt by a key that was replaced moves nothing on a device that knows the new one', async () => {
  await rotateKeys(database, joined.organisation, await signerOfJwk(root.privateJwk), now + 1);
  await keepCertificates(device, [(await organisationCertificate(database, joined.organisation))!]);
  await agree(device, campaign, 'Ana');
  // The receipts by the earlier keys come after the one by the newest.
  between = (frames) => frames.slice(1);
  expect(await flush(device)).toBe('pending');
  expect(await waits(device)).toBe(1);
});
