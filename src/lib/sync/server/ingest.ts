import type { Kysely } from 'kysely';
import { assert } from '#lib/base/assert.ts';
import { bytesOfBase64url, bytesOfHex, hex } from '#lib/base/bytes.ts';
import { verify } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { digest } from '#lib/server/digest.ts';
import type { Database } from '#lib/server/schema.ts';
import { chainOf, type Writer } from '../chain.ts';
import { isSignedBy, openParcel, readEnvelope, type Envelope, type ParcelContent } from '../parcel.ts';
import type { ParcelRefusal } from '../wire.ts';
import { append, type Fork } from './append.ts';
import { enrolled, type Device } from './enrol.ts';
import { hold, takeHeld } from './held-parcels.ts';
import { openerOf } from './key-ring.ts';
import { headOf, receiptsFor, serverEpochOf, type Place } from './receipt.ts';

/** What came of a parcel: a signed receipt, nothing yet (it is kept until what comes before it arrives), or a refusal. */
export type Ingested =
  | {
      readonly type: 'receipt';
      readonly bytes: Uint8Array;
      /** The same receipt by the organisation's earlier keys, for devices that hold an earlier card. */
      readonly older: readonly Uint8Array[];
      /** Receipts that end with this parcel, where more is held that the device may not know: it may have a twin. */
      readonly partial: readonly Uint8Array[];
      readonly organisation: string;
      readonly device: string;
      /** How many events were new. */
      readonly events: number;
      /** Whether it was sealed to a key that the organisation replaced since. */
      readonly isOldKey: boolean;
    }
  /** On a server that was restored, the receipts say how far it holds the chain: the device sends from there again. */
  | { readonly type: 'held'; readonly receipts: readonly Uint8Array[] }
  /** At a fork, the receipts say where the two histories part, and prove that there is another one. */
  | { readonly type: 'refusal'; readonly refusal: ParcelRefusal; readonly receipts: readonly Uint8Array[] };

/**
 * Takes a parcel in: opens it, checks enrolment, signature and chain, appends what is new, commits, and only then signs a
 * receipt. The same parcel twice, late or by two roads at once changes nothing and gets its receipt again.
 */
export async function ingest(database: Kysely<Database>, bytes: Uint8Array, now: number): Promise<Ingested> {
  const envelope = readEnvelope(bytes);
  if (envelope === undefined) return refused({ reason: 'notAParcel' });
  const { organisation, device } = envelope;
  const opened = await open(database, envelope);
  if (!opened.ok) return refused({ reason: opened.reason, organisation, device });
  const { content, isOldKey } = opened.value;
  const named: Writer = { organisation, device, epoch: content.epoch };
  const known = await deviceOf(database, named);
  if (known === undefined && content.from > 1) return held(database, named, content.from, bytes, now);
  const writer = known ?? (await enrolled(database, named, content.events[0]));
  if (writer === undefined) return refused({ reason: 'notEnrolled', organisation, device });
  if (!(await isSignedBy(envelope, writer.publicKey, verify))) {
    return refused({ reason: 'wrongSignature', organisation, device });
  }
  if (content.from > writer.headSeq + 1) return held(database, named, content.from, bytes, now);
  const appended = await append(database, writer, content, now);
  if (!appended.ok) {
    const receipts =
      appended.fork === undefined ? [] : await forkReceipts(database, named, appended.fork, now);
    return refused({ reason: appended.reason, organisation, device, ...appended.fork }, receipts);
  }
  // What waited for these events is taken in now, and the one receipt covers it too.
  let { events } = appended;
  for (const waiting of await takeHeld(database, named)) {
    const taken = await ingest(database, waiting, now);
    if (taken.type === 'receipt') events += taken.events;
  }
  const head = await headOf(database, named);
  const [receipt, ...older] = await receiptsFor(database, named, head, now);
  assert(receipt !== undefined, 'an organisation has a key for receipts');
  const isMoreHeld = events === 0 && content.from + content.events.length - 1 < head.upto;
  const partial = isMoreHeld ? await receiptsFor(database, named, await endOf(content), now) : [];
  return { type: 'receipt', bytes: receipt, older, partial, organisation, device, events, isOldKey };
}

async function endOf({ from, previous, events }: ParcelContent): Promise<Place> {
  const head = (await chainOf(previous, events, digest)).at(-1) ?? previous;
  return { upto: from + events.length - 1, head: hex(head) };
}

async function held(
  database: Kysely<Database>,
  writer: Writer,
  from: number,
  bytes: Uint8Array,
  now: number,
): Promise<Ingested> {
  await hold(database, writer, from, bytes, now);
  const isRestored = (await serverEpochOf(database)) > 1;
  const receipts = isRestored ? await receiptsFor(database, writer, await headOf(database, writer), now) : [];
  return { type: 'held', receipts };
}

async function forkReceipts(
  database: Kysely<Database>,
  writer: Writer,
  { upto, head }: Fork,
  now: number,
): Promise<readonly Uint8Array[]> {
  const common = head === undefined ? [] : await receiptsFor(database, writer, { upto, head }, now);
  return [...common, ...(await receiptsFor(database, writer, await headOf(database, writer), now))];
}

interface Opened {
  readonly content: ParcelContent;
  readonly isOldKey: boolean;
}

async function open(
  database: Kysely<Database>,
  envelope: Envelope,
): Promise<Result<Opened, 'unknownOrganisation' | 'unknownKey' | 'doesNotOpen'>> {
  const keys = await database
    .selectFrom('organisation_key')
    .where('organisation', '=', envelope.organisation)
    .where('purpose', '=', 'seal')
    .select(['key_id', 'private_jwk'])
    .orderBy('created_at', 'desc')
    .execute();
  if (keys.length === 0) return refusal('unknownOrganisation');
  const key = keys.find((each) => each.key_id.startsWith(envelope.keyId));
  if (key === undefined) return refusal('unknownKey');
  const content = await openParcel(envelope, await openerOf(key.private_jwk));
  return content === undefined ? refusal('doesNotOpen') : success({ content, isOldKey: key !== keys[0] });
}

async function deviceOf(
  database: Kysely<Database>,
  { organisation, device, epoch }: Writer,
): Promise<Device | undefined> {
  const row = await database
    .selectFrom('device')
    .where('organisation', '=', organisation)
    .where('device', '=', device)
    .where('epoch', '=', epoch)
    .selectAll()
    .executeTakeFirst();
  const publicKey = row && bytesOfBase64url(row.public_key);
  const headHash = row && bytesOfHex(row.head_hash);
  if (row === undefined || publicKey === undefined || headHash === undefined) return undefined;
  const { campaign, head_seq: headSeq } = row;
  return { organisation, device, epoch, campaign, publicKey, headSeq, headHash, isNew: false };
}

function refused(reason: ParcelRefusal, receipts: readonly Uint8Array[] = []): Ingested {
  return { type: 'refusal', refusal: reason, receipts };
}
