import type { Kysely } from 'kysely';
import { assert } from '#lib/base/assert.ts';
import { bytesOfBase64url, bytesOfHex } from '#lib/base/bytes.ts';
import { verify } from '#lib/base/platform/crypto.ts';
import { openerOfJwk } from '#lib/base/platform/sealing.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Database } from '#lib/server/schema.ts';
import { isSignedBy, openParcel, readEnvelope, type Envelope, type ParcelContent } from '../parcel.ts';
import type { Writer } from '../chain.ts';
import type { ParcelRefusal } from '../wire.ts';
import { append } from './append.ts';
import { enrolled, type Device } from './enrol.ts';
import { hold, takeHeld } from './held-parcels.ts';
import { receiptsFor } from './receipt.ts';

/** What came of a parcel: a signed receipt, nothing yet (it is kept until what comes before it arrives), or a refusal. */
export type Ingested =
  | {
      readonly type: 'receipt';
      readonly bytes: Uint8Array;
      /** The same receipt by the organisation's earlier keys, for devices that hold an earlier card. */
      readonly older: readonly Uint8Array[];
      readonly organisation: string;
      readonly device: string;
      /** How many events were new. */
      readonly events: number;
    }
  | { readonly type: 'held' }
  | { readonly type: 'refusal'; readonly refusal: ParcelRefusal };

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
  const content = opened.value;
  const named: Writer = { organisation, device, epoch: content.epoch };
  const known = await deviceOf(database, named);
  if (known === undefined && content.from > 1) {
    await hold(database, named, content.from, bytes, now);
    return { type: 'held' };
  }
  const writer = known ?? (await enrolled(database, named, content.events[0]));
  if (writer === undefined) return refused({ reason: 'notEnrolled', organisation, device });
  if (!(await isSignedBy(envelope, writer.publicKey, verify))) {
    return refused({ reason: 'wrongSignature', organisation, device });
  }
  if (content.from > writer.headSeq + 1) {
    await hold(database, named, content.from, bytes, now);
    return { type: 'held' };
  }
  const appended = await append(database, writer, content, now);
  if (!appended.ok) return refused({ reason: appended.reason, organisation, device, ...appended.fork });
  // What waited for these events is taken in now, and the one receipt covers it too.
  let { events } = appended;
  for (const held of await takeHeld(database, named)) {
    const taken = await ingest(database, held, now);
    if (taken.type === 'receipt') events += taken.events;
  }
  const [receipt, ...older] = await receiptsFor(database, named, now);
  assert(receipt !== undefined, 'an organisation has a key for receipts');
  return { type: 'receipt', bytes: receipt, older, organisation, device, events };
}

async function open(
  database: Kysely<Database>,
  envelope: Envelope,
): Promise<Result<ParcelContent, 'unknownOrganisation' | 'unknownKey' | 'doesNotOpen'>> {
  const keys = await database
    .selectFrom('organisation_key')
    .where('organisation', '=', envelope.organisation)
    .where('purpose', '=', 'seal')
    .select(['key_id', 'private_jwk'])
    .execute();
  if (keys.length === 0) return refusal('unknownOrganisation');
  const key = keys.find((each) => each.key_id.startsWith(envelope.keyId));
  if (key === undefined) return refusal('unknownKey');
  const content = await openParcel(envelope, await openerOfJwk(JSON.parse(key.private_jwk) as JsonWebKey));
  return content === undefined ? refusal('doesNotOpen') : success(content);
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

function refused(reason: ParcelRefusal): Ingested {
  return { type: 'refusal', refusal: reason };
}
