import 'fake-indexeddb/auto';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { generateStoredSigningKey, signerOfJwk } from '#lib/base/platform/crypto.ts';
import { campaignOf } from '#lib/campaigns/server/campaign-store.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { noteReached } from '#lib/local/reachability.ts';
import { freshDatabase } from '#lib/server/fresh-database.contract.ts';
import type { CampaignTable, Database } from '#lib/server/schema.ts';
import { refusal } from '#lib/base/result.ts';
import { DexieEventStore } from '#lib/journal/local/dexie-event-store.ts';
import { flush } from '../local/flush.ts';
import { beginEpoch } from '../local/new-epoch.ts';
import { packOwn, waitingToHandOver } from '../local/hand-over.ts';
import { deliveryOf } from '../local/outbox.ts';
import { contentType, packFrames, readFrames } from '../wire.ts';
import { joinedTo } from './joined.contract.ts';
import { projectParticipations } from './projection.ts';
import { takeIn } from './take-in.ts';
import { agree, deviceWith, takeBack, twinOf } from './twin-device.contract.ts';

const now = 1_772_000_000_000;
let database: Kysely<Database>;
let campaign: CampaignTable;
let device: LocalDatabase;

beforeEach(async () => {
  database = await freshDatabase();
  const root = await generateStoredSigningKey();
  const joined = await joinedTo(database, now, await signerOfJwk(root.privateJwk));
  campaign = (await campaignOf(database, joined.organisation, joined.campaign))!;
  device = await deviceWith(root, campaign);
  vi.stubGlobal('fetch', async (address: string, request?: RequestInit) => {
    if (address.endsWith('/api/health')) return Response.json({ status: 'ok' });
    const frames = readFrames(request?.body as unknown as Uint8Array) ?? [];
    const parcels = frames.flatMap((frame) => (frame.type === 'parcel' ? [frame.bytes] : []));
    const { answers } = await takeIn(database, parcels, now);
    return new Response(packFrames(answers), { headers: { 'content-type': contentType } });
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  noteReached(false);
  await database.destroy();
});

/** The events that the server holds, as type and sequence. */
async function held(): Promise<readonly string[]> {
  const rows = await database.selectFrom('event').select(['seq', 'type', 'body']).orderBy('seq').execute();
  return rows.map(({ seq, type, body }) =>
    `${seq} ${type} ${/Ana|Bea|Cem/.exec(body ?? '')?.[0] ?? ''}`.trim(),
  );
}
const tooLong = 'A nickname that is longer than the wire lets it be';
const stands = async (id: string): Promise<string> => {
  const row = await device.outbox.get(id);
  return row === undefined ? 'gone' : `${deliveryOf(row)} ${row.setAside ?? ''}`.trim();
};

test('[SY-63] what no server would read stays here and is told; the chain goes on without it', async () => {
  const unfit = await agree(device, campaign, tooLong);
  expect(await flush(device)).toBe('empty');
  // Nothing but an enrolment would be in it: no parcel is made.
  expect([await device.parcels.count(), await device.identities.count(), await held()]).toEqual([0, 0, []]);
  expect(await stands(unfit)).toBe('setAside notAnEvent');
  expect(await waitingToHandOver(device)).toEqual({ count: 0, names: [] });

  const ana = await agree(device, campaign, 'Ana');
  const between = await agree(device, campaign, tooLong);
  const bea = await agree(device, campaign, 'Bea');
  expect(await flush(device)).toBe('empty');
  expect([await stands(ana), await stands(bea)]).toEqual(['received', 'received']);
  expect([await stands(unfit), await stands(between)]).toEqual([
    'setAside notAnEvent',
    'setAside notAnEvent',
  ]);
  expect(await held()).toEqual([
    ...['1 device.enrolled', '2 consent.given Ana', '3 attempt.started', '4 attempt.completed'],
    ...['5 consent.given Bea', '6 attempt.started', '7 attempt.completed'],
  ]);
});

test('[SY-63] what this device no longer reads is set aside, and leaves once it does; so is the wish to take it back', async () => {
  const ana = await agree(device, campaign, 'Ana');
  const whole = (await device.outbox.get(ana))!;
  await device.outbox.put({ ...whole, body: whole.body.with(3, (whole.body[3] ?? 0) ^ 1) });
  const back = await takeBack(device, campaign, ana);
  const bea = await agree(device, campaign, 'Bea');
  expect(await packOwn(device)).toMatchObject({ parcels: 1 });
  const unreadable = 'setAside unreadable';
  expect([await stands(ana), await stands(back), await stands(bea)]).toEqual([
    unreadable,
    unreadable,
    'left',
  ]);

  await device.outbox.update(ana, { body: whole.body });
  await device.outbox.delete(back);
  await agree(device, campaign, 'Cem');
  expect(await flush(device)).toBe('empty');
  expect(await stands(ana)).toBe('received');
  expect((await held()).filter((each) => each.includes('consent'))).toEqual([
    ...['2 consent.given Bea', '5 consent.given Ana', '8 consent.given Cem'],
  ]);
});

test('[SY-66] what left in an epoch that is over cannot be cancelled, and is taken back in the next one', async () => {
  await agree(device, campaign, 'Ana');
  await flush(device);
  const twin = await twinOf(device);
  await agree(twin, campaign, 'Cem');
  await flush(twin);
  const bea = await agree(device, campaign, 'Bea');
  await packOwn(device);
  const { organisation } = campaign;
  await beginEpoch(device, organisation);
  expect(await stands(bea)).toBe('left');
  const cancelled = { type: 'consent.cancelled', outbox: bea, at: now, offsetMinutes: 60 } as const;
  const store = new DexieEventStore(device);
  expect(await store.append('lina', 0, [cancelled], { cancel: bea })).toEqual(refusal('alreadyLeft'));
  await takeBack(device, campaign, bea);
  expect(await flush(device)).toBe('empty');
  await projectParticipations(database, () => Promise.resolve('stated'));
  expect(await held()).toContain('2 consent.given');
  expect(await held()).not.toContain('2 consent.given Bea');
});
