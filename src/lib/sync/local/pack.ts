import { assert } from '#lib/base/assert.ts';
import { base64url, bytesOfBase64url, concatenated, hex, utf8 } from '#lib/base/bytes.ts';
import {
  digest,
  generateSigningKey,
  randomBytes,
  rawPublicKey,
  signerOf,
} from '#lib/base/platform/crypto.ts';
import { deflate } from '#lib/base/platform/deflate.ts';
import { seal } from '#lib/base/platform/sealing.ts';
import type { Card } from '#lib/campaigns/card.ts';
import type { IdentityRow, LocalDatabase, OutboxRow } from '#lib/local/database.ts';
import { chainOf, chainStart } from '../chain.ts';
import { joinProof } from '../enrolment.ts';
import type { OutgoingEvent } from '../outgoing-event.ts';
import { makeParcel, mostEvents } from '../parcel.ts';
import { whySetAside, type SetAside } from '../set-aside.ts';
import { placedEvents } from './placed-events.ts';

/**
 * Puts what waits for an organisation into parcels: gives each event its place in the outgoing chain, seals and signs, and
 * writes parcels, places and the new head in one transaction. From then on an entry has left: it is never made twice.
 * What no server would read gets no place: it is set aside, and looked at again with what waits the next time.
 */
export async function packWaiting(database: LocalDatabase, card: Card): Promise<void> {
  const { organisation } = card.organisation;
  const waiting = (
    await database.outbox.where('organisation').equals(organisation).sortBy('createdAt')
  ).filter((row) => row.first === undefined);
  if (waiting.length === 0) return;
  const known = await database.identities.get(organisation);
  const identity = known ?? (await newIdentity(organisation));
  // Each epoch begins with its enrolment.
  const enrolment = identity.headSeq === 0 ? [await enrolmentOf(identity, card)] : [];
  let batch: OutboxRow[] = [];
  let events: OutgoingEvent[] = [...enrolment];
  let head = identity;
  const placed = new Map<string, number>();
  const aside = new Map<string, SetAside>();
  for (const { setAside: _setAside, ...row } of waiting) {
    const more = await sendableEvents(database, identity, row, placed, aside);
    if (more === undefined) continue;
    const isTooMuch =
      events.length + more.length > mostEvents || textLength([...events, ...more]) > longestText;
    if (batch.length > 0 && isTooMuch) {
      head = await commit(database, head, card, events, batch);
      batch = [];
      events = [];
    }
    const before = head.headSeq + events.length;
    placed.set(row.id, before + 1);
    batch.push({ ...row, epoch: identity.epoch, first: before + 1, last: before + more.length });
    events.push(...more);
  }
  for (const [id, setAside] of aside) await database.outbox.update(id, { setAside });
  if (batch.length > 0) await commit(database, head, card, events, batch);
}

// Before compression, which only makes it shorter: a parcel stays well below what is read.
const longestText = 50_000;

function textLength(events: readonly OutgoingEvent[]): number {
  return utf8(JSON.stringify(events)).length;
}

/** The events of an entry, in their places and fit to be sealed; undefined, and noted, when they may not be. */
async function sendableEvents(
  database: LocalDatabase,
  identity: IdentityRow,
  row: OutboxRow,
  placed: ReadonlyMap<string, number>,
  aside: Map<string, SetAside>,
): Promise<readonly OutgoingEvent[] | undefined> {
  const events = await placedEvents(database, identity, row, placed);
  // Nothing can be taken back of what stays here itself.
  const why = aside.get(row.takesBack ?? '') ?? (events === undefined ? 'unreadable' : whySetAside(events));
  if (why !== undefined) aside.set(row.id, why);
  return why === undefined ? events : undefined;
}

async function commit(
  database: LocalDatabase,
  identity: IdentityRow,
  card: Card,
  events: readonly OutgoingEvent[],
  placed: readonly OutboxRow[],
): Promise<IdentityRow> {
  const { organisation, device, epoch } = identity;
  const sealingKey = bytesOfBase64url(card.organisation.sealingKey);
  assert(sealingKey !== undefined, 'a certificate holds a sealing key');
  const from = identity.headSeq + 1;
  const chain = await chainOf(identity.headHash, events, digest);
  const head = chain.at(-1);
  assert(head !== undefined, 'a parcel holds events');
  const bytes = await makeParcel(
    { organisation, device, epoch },
    { from, previous: identity.headHash, events },
    sealingKey,
    { digest, deflate, seal, sign: signerOf(identity.keys.privateKey) },
  );
  const to = identity.headSeq + events.length;
  const hashes = concatenated(...chain);
  const next: IdentityRow = { ...identity, headSeq: to, headHash: head };
  await database.transaction('rw', database.identities, database.parcels, database.outbox, async () => {
    const now = await database.identities.get(organisation);
    assert((now?.headSeq ?? 0) === identity.headSeq, 'one packer at a time, under its lock');
    // Somebody may have cancelled while the parcel was being made: then none of it is written, and the next round packs the rest.
    const rows = await database.outbox.bulkGet(placed.map((row) => row.id));
    if (rows.some((row) => row === undefined || row.first !== undefined)) throw new CancelledMeanwhile();
    await database.identities.put(next);
    await database.parcels.add({ organisation, device, from, to, head, hashes, bytes });
    await database.outbox.bulkPut([...placed]);
  });
  return next;
}

/** An entry was cancelled while its parcel was made: pack again. */
export class CancelledMeanwhile extends Error {}

async function newIdentity(organisation: string): Promise<IdentityRow> {
  const device = hex(randomBytes(12));
  const keys = await generateSigningKey(false);
  const headHash = await chainStart({ organisation, device, epoch: 1 }, digest);
  return { organisation, device, epoch: 1, keys, headSeq: 0, headHash, acknowledged: 0 };
}

async function enrolmentOf(identity: IdentityRow, { campaign }: Card): Promise<OutgoingEvent> {
  const key = base64url(await rawPublicKey(identity.keys.publicKey));
  const proof = await joinProof(campaign.joinSecret, campaign.campaign, identity.device, key, digest);
  return { type: 'device.enrolled', key, campaign: campaign.campaign, proof };
}
