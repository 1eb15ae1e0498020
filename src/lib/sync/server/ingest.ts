import type { Kysely } from 'kysely';
import { base64url, bytesOfBase64url, bytesOfHex, hex } from '#lib/base/bytes.ts';
import { canonicalJson } from '#lib/base/canonical-json.ts';
import { digest, signerOfJwk, verify } from '#lib/base/platform/crypto.ts';
import { openerOfJwk } from '#lib/base/platform/sealing.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Database } from '#lib/server/schema.ts';
import { chainOf, chainStart } from '../chain.ts';
import { isSignedBy, openParcel, readEnvelope, type Envelope, type ParcelContent } from '../parcel.ts';
import { signReceipt } from '../receipt.ts';
import type { ParcelRefusal } from '../wire.ts';
import { enrolled, type Device } from './enrol.ts';

/** What came of a parcel: a signed receipt, nothing yet (it is kept until what comes before it arrives), or a refusal. */
export type Ingested =
  | {
      readonly type: 'receipt';
      readonly bytes: Uint8Array;
      readonly organisation: string;
      readonly device: string;
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
  const known = await deviceOf(database, envelope, content.epoch);
  if (known === undefined && content.from > 1) return hold(database, envelope, content, bytes, now);
  const writer =
    known ?? (await enrolled(database, { organisation, device, epoch: content.epoch }, content.events[0]));
  if (writer === undefined) return refused({ reason: 'notEnrolled', organisation, device });
  if (!(await isSignedBy(envelope, writer.publicKey, verify))) {
    return refused({ reason: 'wrongSignature', organisation, device });
  }
  if (content.from > writer.headSeq + 1) return hold(database, envelope, content, bytes, now);
  const appended = await append(database, writer, content, now);
  if (!appended.ok) return refused({ reason: appended.reason, organisation, device, ...appended.fork });
  await release(database, writer, now);
  return receiptFor(database, writer, now);
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
  envelope: Envelope,
  epoch: number,
): Promise<Device | undefined> {
  const row = await database
    .selectFrom('device')
    .where('organisation', '=', envelope.organisation)
    .where('device', '=', envelope.device)
    .where('epoch', '=', epoch)
    .selectAll()
    .executeTakeFirst();
  const publicKey = row && bytesOfBase64url(row.public_key);
  const headHash = row && bytesOfHex(row.head_hash);
  if (row === undefined || publicKey === undefined || headHash === undefined) return undefined;
  const { organisation, device, campaign, head_seq: headSeq } = row;
  return { organisation, device, epoch, campaign, publicKey, headSeq, headHash, isNew: false };
}

/** The most parcels that wait for one organisation: they cannot be checked before their device is known. */
const mostHeld = 1_000;

// A parcel ahead of what is held waits here, and is not acknowledged yet; past the limit it is left to the device, which keeps it.
async function hold(
  database: Kysely<Database>,
  { organisation, device }: Envelope,
  { epoch, from }: ParcelContent,
  bytes: Uint8Array,
  now: number,
): Promise<Ingested> {
  const { count } = await database
    .selectFrom('held_parcel')
    .where('organisation', '=', organisation)
    .select((expression) => expression.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostHeld) return { type: 'held' };
  await database
    .insertInto('held_parcel')
    .values({ organisation, device, epoch, first_seq: from, bytes: base64url(bytes), received_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { type: 'held' };
}

type Appended =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'brokenChain' | 'forked';
      readonly fork?: { readonly upto: number };
    };

async function append(
  database: Kysely<Database>,
  writer: Device,
  { from, previous, events }: ParcelContent,
  now: number,
): Promise<Appended> {
  const start = await chainStart(writer, digest);
  // Hashes are computed before the transaction, which then holds the database for its statements only.
  const hashes = (await chainOf(previous, events, digest)).map(hex);
  return database.transaction().execute(async (transaction): Promise<Appended> => {
    const of = { organisation: writer.organisation, device: writer.device, epoch: writer.epoch };
    const held = await transaction
      .selectFrom('event')
      .where('organisation', '=', of.organisation)
      .where('device', '=', of.device)
      .where('epoch', '=', of.epoch)
      .where('seq', '>=', from - 1)
      .select(['seq', 'hash'])
      .orderBy('seq')
      .execute();
    const before = from === 1 ? hex(start) : held.find((row) => row.seq === from - 1)?.hash;
    if (before !== hex(previous))
      return {
        ok: false,
        reason: from === 1 ? 'brokenChain' : 'forked',
        fork: { upto: Math.max(0, from - 2) },
      };
    const rows = events.map((event, index) => ({
      ...of,
      seq: from + index,
      hash: hashes[index] as string,
      type: event.type,
      body: canonicalJson(event),
      received_at: now,
    }));
    const bySeq = new Map(held.map((row) => [row.seq, row.hash]));
    const fork = rows.find((row) => bySeq.has(row.seq) && bySeq.get(row.seq) !== row.hash);
    if (fork !== undefined) return { ok: false, reason: 'forked', fork: { upto: fork.seq - 1 } };
    const fresh = rows.filter((row) => !bySeq.has(row.seq));
    const last = fresh.at(-1);
    if (last === undefined) return { ok: true };
    if (writer.isNew) await enrolInto(transaction, writer, now);
    await transaction.insertInto('event').values(fresh).execute();
    await transaction
      .updateTable('device')
      .set({ head_seq: last.seq, head_hash: last.hash })
      .where('organisation', '=', of.organisation)
      .where('device', '=', of.device)
      .where('epoch', '=', of.epoch)
      .execute();
    return { ok: true };
  });
}

async function enrolInto(database: Kysely<Database>, writer: Device, now: number): Promise<void> {
  await database
    .insertInto('device')
    .values({
      organisation: writer.organisation,
      device: writer.device,
      epoch: writer.epoch,
      campaign: writer.campaign,
      public_key: base64url(writer.publicKey),
      head_seq: 0,
      head_hash: hex(writer.headHash),
      enrolled_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

// What waited for the events just appended is taken in now, oldest first.
async function release(database: Kysely<Database>, writer: Device, now: number): Promise<void> {
  const mine = () =>
    database
      .selectFrom('held_parcel')
      .where('organisation', '=', writer.organisation)
      .where('device', '=', writer.device)
      .where('epoch', '=', writer.epoch);
  for (const held of await mine().select(['first_seq', 'bytes']).orderBy('first_seq').execute()) {
    const bytes = bytesOfBase64url(held.bytes);
    await database
      .deleteFrom('held_parcel')
      .where('organisation', '=', writer.organisation)
      .where('device', '=', writer.device)
      .where('epoch', '=', writer.epoch)
      .where('first_seq', '=', held.first_seq)
      .execute();
    if (bytes !== undefined) await ingest(database, bytes, now);
  }
}

async function receiptFor(database: Kysely<Database>, writer: Device, now: number): Promise<Ingested> {
  const { organisation, device, epoch } = writer;
  const head = await database
    .selectFrom('device')
    .where('organisation', '=', organisation)
    .where('device', '=', device)
    .where('epoch', '=', epoch)
    .select(['head_seq', 'head_hash'])
    .executeTakeFirstOrThrow();
  const key = await database
    .selectFrom('organisation_key')
    .where('organisation', '=', organisation)
    .where('purpose', '=', 'receipt')
    .select('private_jwk')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  const server = await database.selectFrom('server_epoch').select('epoch').executeTakeFirst();
  const bytes = await signReceipt(
    {
      organisation,
      device,
      epoch,
      upto: head.head_seq,
      head: head.head_hash,
      serverEpoch: server?.epoch ?? 1,
      serverTime: now,
    },
    await signerOfJwk(JSON.parse(key.private_jwk) as JsonWebKey),
  );
  return { type: 'receipt', bytes, organisation, device };
}

function refused(reason: ParcelRefusal): Ingested {
  return { type: 'refusal', refusal: reason };
}
