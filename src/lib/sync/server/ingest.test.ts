import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Kysely } from 'kysely';
import { base64url } from '#lib/base/bytes.ts';
import { digest, generateStoredSigningKey, signerOfJwk, verify } from '#lib/base/platform/crypto.ts';
import { deflate } from '#lib/base/platform/deflate.ts';
import { seal } from '#lib/base/platform/sealing.ts';
import type { StoredKeyPair } from '#lib/base/platform/crypto.ts';
import { freshDatabase } from '#lib/server/fresh-database.contract.ts';
import type { Database, Verdict } from '#lib/server/schema.ts';
import { chainOf, chainStart, type Writer } from '../chain.ts';
import { joinProof } from '../enrolment.ts';
import type { OutgoingEvent } from '../outgoing-event.ts';
import { slipBytes } from '../withdrawal-slip.ts';
import { makeParcel } from '../parcel.ts';
import { openReceipt, type Receipt } from '../receipt.ts';
import { ingest } from './ingest.ts';
import { joinedTo } from './joined.contract.ts';
import type { Share } from '../verification.ts';
import { projectionLag, projectParticipations, rebuildParticipations } from './projection.ts';
import { eraseExpired } from './retention.ts';

const now = 1_772_000_000_000;
const device = '00112233445566778899aabb';
let database: Kysely<Database>;
let writer: Writer;
let keys: StoredKeyPair;
let sealingKey: Uint8Array;
let receiptKey: Uint8Array;
let enrolment: OutgoingEvent;
let campaign: string;

beforeEach(async () => {
  database = await freshDatabase();
  const joined = await joinedTo(database, now);
  ({ campaign, sealingKey, receiptKey } = joined);
  writer = { organisation: joined.organisation, device, epoch: 1 };
  keys = await generateStoredSigningKey();
  const key = base64url(keys.publicKey);
  const proof = await joinProof(joined.joinSecret, campaign, device, key, digest);
  enrolment = { type: 'device.enrolled', key, campaign, proof };
});

afterEach(() => database.destroy());

function share(nickname = 'Lina'): OutgoingEvent[] {
  return [
    {
      type: 'consent.given',
      campaign,
      scope: 'answers',
      textHash: 'B'.repeat(43),
      nickname,
      avatar: 'fox',
      day: '2026-03-02',
    },
    { type: 'attempt.started', policy: 'diagnostic', bundle: 'socle', revision: 1, engine: 1, grader: 1 },
    {
      type: 'response.given',
      item: 3,
      choice: { choice: 'a' },
      score: 1,
      isSkipped: false,
      help: 0,
      seconds: 9,
    },
    { type: 'attempt.completed', levels: [['1', 2, 1, 3, 40]], isHelped: false },
  ];
}

async function parcel(
  events: readonly OutgoingEvent[],
  from = 1,
  before: readonly OutgoingEvent[] = [],
  by = keys,
) {
  const start = await chainStart(writer, digest);
  const previous = (await chainOf(start, before, digest)).at(-1) ?? start;
  const sign = await signerOfJwk(by.privateJwk);
  return makeParcel(writer, { from, previous, events }, sealingKey, { digest, deflate, seal, sign });
}

async function receiptOf(bytes: Uint8Array): Promise<Receipt | undefined> {
  const ingested = await ingest(database, bytes, now);
  return ingested.type === 'receipt' ? openReceipt(ingested.bytes, receiptKey, verify) : undefined;
}

const stored = (): Promise<{ seq: number; type: string; body: string | null }[]> =>
  database.selectFrom('event').select(['seq', 'type', 'body']).orderBy('seq').execute();
const verified = (): Promise<Verdict> => Promise.resolve('verified');

test('[SY-9] a parcel is appended, then receipted up to its last event; again, it changes nothing', async () => {
  const events = [enrolment, ...share()];
  const bytes = await parcel(events);
  expect(await receiptOf(bytes)).toMatchObject({ ...writer, upto: 5, serverTime: now });
  expect(await receiptOf(bytes)).toMatchObject({ upto: 5 });
  const both = await Promise.all([receiptOf(bytes), receiptOf(await parcel(events))]);
  expect(both.map((each) => each?.upto)).toEqual([5, 5]);
  expect((await stored()).map((row) => row.type)).toEqual(events.map((event) => event.type));
});

test('[SY-10] a parcel ahead is kept without a receipt, and taken in when the gap closes', async () => {
  const first = [enrolment, ...share()];
  const second = share('Lina bis');
  const ahead = await parcel(second, 6, first);
  expect(await ingest(database, ahead, now)).toEqual({ type: 'held', receipts: [] });
  expect(await receiptOf(await parcel(first))).toMatchObject({ upto: 9 });
  expect(await stored()).toHaveLength(9);
  expect(await database.selectFrom('held_parcel').selectAll().execute()).toEqual([]);
});

test('[SY-11] a parcel that overlaps adds only what is new', async () => {
  const events = [enrolment, ...share()];
  await ingest(database, await parcel(events.slice(0, 3)), now);
  expect(await receiptOf(await parcel(events))).toMatchObject({ upto: 5 });
  expect(await stored()).toHaveLength(5);
});

test('[SY-12] another history of the same device is a fork: named, and nothing of it is written', async () => {
  const events = [enrolment, ...share()];
  await ingest(database, await parcel(events), now);
  const clone = [enrolment, ...share('Autre')];
  expect(await ingest(database, await parcel(clone), now)).toMatchObject({
    type: 'refusal',
    refusal: { reason: 'forked', upto: 1 },
  });
  expect(await ingest(database, await parcel(share(), 6, clone), now)).toMatchObject({
    refusal: { reason: 'forked' },
  });
  expect(await stored()).toHaveLength(5);
});

test('[SY-13] who did not hold the card, or does not hold the key, writes nothing', async () => {
  const stranger = await generateStoredSigningKey();
  const events = [enrolment, ...share()];
  const reasonOf = async (bytes: Uint8Array) => {
    const ingested = await ingest(database, bytes, now);
    return ingested.type === 'refusal' ? ingested.refusal.reason : ingested.type;
  };
  expect(await reasonOf(await parcel(events, 1, [], stranger))).toBe('wrongSignature');
  const guessed = { ...enrolment, proof: 'A'.repeat(22) } as OutgoingEvent;
  expect(await reasonOf(await parcel([guessed, ...share()]))).toBe('notEnrolled');
  expect(await reasonOf(await parcel(share()))).toBe('notEnrolled');
  const bytes = await parcel(events);
  const changed = bytes.slice();
  changed[120] = (changed[120] as number) ^ 1;
  expect(await reasonOf(changed)).toBe('doesNotOpen');
  expect(await reasonOf(bytes.slice(0, 90))).toBe('notAParcel');
  const elsewhere = bytes.slice();
  elsewhere[4] = (elsewhere[4] as number) ^ 1;
  expect(await reasonOf(elsewhere)).toBe('unknownOrganisation');
  expect(await stored()).toEqual([]);
});

test('[SY-14] participations follow the events, each once, and are the same when rebuilt', async () => {
  await ingest(database, await parcel([enrolment, ...share()]), now);
  const seen: Share[] = [];
  const verifier = (each: Share): Promise<Verdict> => {
    seen.push(each);
    return Promise.resolve('differs');
  };
  expect(await projectionLag(database)).toBe(5);
  expect(await projectParticipations(database, verifier)).toBe(5);
  expect(await projectionLag(database)).toBe(0);
  expect(await projectParticipations(database, verifier)).toBe(0);
  const rows = await database.selectFrom('participation').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    nickname: 'Lina',
    verdict: 'differs',
    answers: 1,
    seq: 2,
    day: '2026-03-02',
  });
  expect(seen).toHaveLength(1);
  await rebuildParticipations(database, verifier);
  expect(await database.selectFrom('participation').selectAll().execute()).toEqual(rows);
});

test('[SY-15] taking an agreement back empties what was shared, and a late copy stays thrown away', async () => {
  const events: OutgoingEvent[] = [enrolment, ...share()];
  const withdrawal: OutgoingEvent = { type: 'consent.withdrawn', campaign, consent: 2, day: '2026-03-03' };
  await ingest(database, await parcel(events), now);
  await projectParticipations(database, verified);
  expect(await receiptOf(await parcel([withdrawal], 6, events))).toMatchObject({ upto: 6 });
  await projectParticipations(database, verified);
  const bodies = await stored();
  expect(bodies.filter((row) => row.seq >= 2 && row.seq <= 5).every((row) => row.body === null)).toBe(true);
  expect(await receiptOf(await parcel(events))).toMatchObject({ upto: 6 });
  await projectParticipations(database, verified);
  const rows = await database.selectFrom('participation').selectAll().execute();
  expect(rows).toMatchObject([{ withdrawn_at: now, nickname: '', levels: '[]', campaign }]);
  await rebuildParticipations(database, verified);
  expect(await database.selectFrom('participation').selectAll().execute()).toEqual(rows);
});

test('[SY-19] what was shared is erased once the time that was promised is over, and not before', async () => {
  const month = 31 * 24 * 3_600_000;
  await ingest(database, await parcel([enrolment, ...share()]), now);
  await projectParticipations(database, verified);
  expect(await eraseExpired(database, now + 5 * month)).toBe(0);
  expect(await eraseExpired(database, now + 7 * month)).toBe(1);
  expect((await stored()).filter((row) => row.seq >= 2).every((row) => row.body === null)).toBe(true);
  expect(await database.selectFrom('participation').selectAll().execute()).toEqual([]);
  await rebuildParticipations(database, verified);
  expect(await database.selectFrom('participation').selectAll().execute()).toEqual([]);
  expect(await receiptOf(await parcel([enrolment, ...share()]))).toMatchObject({ upto: 5 });
});

test('[SY-20] a share for a campaign that the organisation never opened is shown nowhere', async () => {
  const elsewhere = share().map((event) =>
    event.type === 'consent.given' ? { ...event, campaign: 'ffffffff' } : event,
  );
  expect(await receiptOf(await parcel([enrolment, ...elsewhere]))).toMatchObject({ upto: 5 });
  await projectParticipations(database, verified);
  expect(await database.selectFrom('participation').selectAll().execute()).toEqual([]);
});

test('[SY-23] a slip takes back what another device shared, whichever comes first; one that its key did not sign does not', async () => {
  const old: Writer = writer;
  const events = [enrolment, ...share()];
  const shared = await parcel(events);
  const target = { ...old, consent: 2 };
  const slip = async (by: StoredKeyPair, consent = 2): Promise<OutgoingEvent> => {
    const signature = await (await signerOfJwk(by.privateJwk))(slipBytes({ ...target, consent }));
    const named = { campaign, device: old.device, epoch: 1, consent, day: '2026-03-04' };
    return { type: 'withdrawal.carried', ...named, signature: base64url(signature) };
  };
  // A device of its own, which never had the other one's key; but for the last slip, none is right.
  const own = await generateStoredSigningKey();
  writer = { ...old, device: 'ff'.repeat(12) };
  const key = base64url(own.publicKey);
  const { join_secret: secret } = await database
    .selectFrom('campaign')
    .select('join_secret')
    .executeTakeFirstOrThrow();
  const proof = await joinProof(secret, campaign, writer.device, key, digest);
  const joined: OutgoingEvent = { type: 'device.enrolled', key, campaign, proof };
  const wrong = [joined, await slip(own), await slip(keys, 3)];
  await ingest(database, await parcel(wrong, 1, [], own), now);
  await ingest(database, shared, now + 1);
  await projectParticipations(database, verified);
  const rows = () => database.selectFrom('participation').selectAll().execute();
  expect(await rows()).toMatchObject([{ nickname: 'Lina', withdrawn_at: null }]);

  const right = await slip(keys);
  await ingest(database, await parcel([right], 4, wrong, own), now + 2);
  await projectParticipations(database, verified);
  const emptied = { device: old.device, nickname: '', levels: '[]', withdrawn_at: now + 2 };
  expect(await rows()).toMatchObject([emptied]);
  const bodies = await database
    .selectFrom('event')
    .where('device', '=', old.device)
    .select(['seq', 'body'])
    .orderBy('seq')
    .execute();
  expect(bodies.map(({ body }) => body === null)).toEqual([false, true, true, true, true]);
  await rebuildParticipations(database, verified);
  expect(await rows()).toMatchObject([emptied]);

  // The share comes after the slip.
  const late = share('Tard');
  await ingest(database, await parcel([await slip(keys, 6)], 5, [...wrong, right], own), now + 3);
  await projectParticipations(database, verified);
  writer = old;
  await ingest(database, await parcel(late, 6, events), now + 4);
  await projectParticipations(database, verified);
  expect(await rows()).toMatchObject([emptied, { ...emptied, seq: 6, withdrawn_at: now + 3 }]);
});
