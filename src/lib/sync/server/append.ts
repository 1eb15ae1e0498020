import type { Kysely } from 'kysely';
import { base64url, hex } from '#lib/base/bytes.ts';
import { canonicalJson } from '#lib/base/canonical-json.ts';
import { exclusively } from '#lib/server/engine.ts';
import { erasuresOf, streamKey } from '#lib/server/erasures.ts';
import { digest } from '#lib/server/digest.ts';
import type { Database } from '#lib/server/schema.ts';
import { chainOfTexts, chainStart } from '../chain.ts';
import type { ParcelContent } from '../parcel.ts';
import type { Device } from './enrol.ts';

/** Where two histories part: they agree on nothing after `upto`, and up to there when the hash after it is named. */
export interface Fork {
  readonly upto: number;
  readonly head?: string;
}

/** What came of an append: all that was new is written, or why nothing is. */
export type Appended =
  | { readonly ok: true; readonly events: number }
  | {
      readonly ok: false;
      readonly reason: 'brokenChain' | 'forked';
      readonly fork?: Fork;
    };

/** Writes what is new of a run of events at the end of its device's chain, all or none; a history that is another one is a fork. */
export async function append(
  database: Kysely<Database>,
  writer: Device,
  { from, previous, events }: ParcelContent,
  now: number,
): Promise<Appended> {
  const start = await chainStart(writer, digest);
  // Hashes are computed before the transaction, which then holds the database for its statements only.
  const texts = events.map(canonicalJson);
  const hashes = (await chainOfTexts(previous, texts, digest)).map(hex);
  // Two roads, and two nodes, may bring the same events at once: one after the other.
  return exclusively(database, [streamKey(writer)], async (transaction): Promise<Appended> => {
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
      body: texts[index] as string,
      received_at: now,
    }));
    const bySeq = new Map(held.map((row) => [row.seq, row.hash]));
    const fork = rows.find((row) => bySeq.has(row.seq) && bySeq.get(row.seq) !== row.hash);
    if (fork !== undefined) {
      const upto = fork.seq - 1;
      return { ok: false, reason: 'forked', fork: { upto, head: bySeq.get(upto) ?? before } };
    }
    // Erased before a backup was restored, and sent again by a device that still kept it.
    const erased = await erasuresOf(transaction, of);
    const isErased = (seq: number): boolean =>
      erased.some((run) => seq >= run.from_seq && seq <= run.upto_seq);
    const fresh = rows
      .filter((row) => !bySeq.has(row.seq))
      .map((row) => (isErased(row.seq) ? { ...row, body: null } : row));
    const last = fresh.at(-1);
    if (last === undefined) return { ok: true, events: 0 };
    if (writer.isNew) await enrolInto(transaction, writer, now);
    await transaction.insertInto('event').values(fresh).execute();
    await transaction
      .updateTable('device')
      .set({ head_seq: last.seq, head_hash: last.hash })
      .where('organisation', '=', of.organisation)
      .where('device', '=', of.device)
      .where('epoch', '=', of.epoch)
      .execute();
    return { ok: true, events: fresh.length };
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
