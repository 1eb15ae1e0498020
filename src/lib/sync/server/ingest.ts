import type { Kysely } from 'kysely';
import { assert } from '#lib/base/assert.ts';
import { hex } from '#lib/base/bytes.ts';
import { verify } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { digest } from '#lib/server/digest.ts';
import type { Database } from '#lib/server/schema.ts';
import { chainOf, type Writer } from '../chain.ts';
import { isSignedBy, openParcel, readEnvelope, type Envelope, type ParcelContent } from '../parcel.ts';
import type { ParcelRefusal } from '../wire.ts';
import { append } from './append.ts';
import { enrolled, epochsOf } from './enrol.ts';
import { hold, takeHeld } from './held-parcels.ts';
import { keysOf, openerOf, type OrganisationKeys } from './key-ring.ts';
import { receiptsFor, standingOf, type Place } from './receipt.ts';

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
  const keys = await keysOf(database, organisation);
  const opened = await open(keys, envelope);
  if (!opened.ok) return refused({ reason: opened.reason, organisation, device });
  const { content, isOldKey } = opened.value;
  const named: Writer = { organisation, device, epoch: content.epoch };
  const epochs = await epochsOf(database, named);
  const known = epochs.find(({ epoch }) => epoch === named.epoch);
  if (known === undefined && content.from > 1) return held(database, keys, named, content.from, bytes, now);
  const writer = known ?? (await enrolled(database, named, content.events[0], epochs));
  if (writer === undefined) return refused({ reason: 'notEnrolled', organisation, device });
  if (!(await isSignedBy(envelope, writer.publicKey, verify))) {
    return refused({ reason: 'wrongSignature', organisation, device });
  }
  if (content.from > writer.headSeq + 1) return held(database, keys, named, content.from, bytes, now);
  const appended = await append(database, writer, content, now);
  let standing = await standingOf(database, named);
  if (!appended.ok) {
    const { reason, fork } = appended;
    const common = fork?.head === undefined ? [] : [{ ...standing, upto: fork.upto, head: fork.head }];
    const places = fork === undefined ? [] : [...common, standing];
    const receipts = await Promise.all(places.map((place) => receiptsFor(keys, named, place, now)));
    return refused({ reason, organisation, device, ...fork }, receipts.flat());
  }
  let { events } = appended;
  if (standing.isAwaited) {
    // What waited for these events is taken in now, and the one receipt covers it too.
    for (const waiting of await takeHeld(database, named)) {
      const taken = await ingest(database, waiting, now);
      if (taken.type === 'receipt') events += taken.events;
    }
    standing = await standingOf(database, named);
  }
  const [receipt, ...older] = await receiptsFor(keys, named, standing, now);
  assert(receipt !== undefined, 'an organisation has a key for receipts');
  const isMoreHeld = events === 0 && content.from + content.events.length - 1 < standing.upto;
  const partial = isMoreHeld
    ? await receiptsFor(keys, named, { ...standing, ...(await endOf(content)) }, now)
    : [];
  return { type: 'receipt', bytes: receipt, older, partial, organisation, device, events, isOldKey };
}

async function endOf({ from, previous, events }: ParcelContent): Promise<Place> {
  const head = (await chainOf(previous, events, digest)).at(-1) ?? previous;
  return { upto: from + events.length - 1, head: hex(head) };
}

async function held(
  database: Kysely<Database>,
  keys: OrganisationKeys,
  writer: Writer,
  from: number,
  bytes: Uint8Array,
  now: number,
): Promise<Ingested> {
  await hold(database, writer, from, bytes, now);
  const standing = await standingOf(database, writer);
  const isRestored = standing.serverEpoch > 1;
  return { type: 'held', receipts: isRestored ? await receiptsFor(keys, writer, standing, now) : [] };
}

interface Opened {
  readonly content: ParcelContent;
  readonly isOldKey: boolean;
}

async function open(
  { seal: keys }: OrganisationKeys,
  envelope: Envelope,
): Promise<Result<Opened, 'unknownOrganisation' | 'unknownKey' | 'doesNotOpen'>> {
  if (keys.length === 0) return refusal('unknownOrganisation');
  const key = keys.find((each) => each.keyId.startsWith(envelope.keyId));
  if (key === undefined) return refusal('unknownKey');
  const content = await openParcel(envelope, await openerOf(key.privateJwk));
  return content === undefined ? refusal('doesNotOpen') : success({ content, isOldKey: key !== keys[0] });
}

function refused(reason: ParcelRefusal, receipts: readonly Uint8Array[] = []): Ingested {
  return { type: 'refusal', refusal: reason, receipts };
}
