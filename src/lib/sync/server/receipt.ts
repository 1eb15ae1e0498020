import type { Kysely } from 'kysely';
import { hex } from '#lib/base/bytes.ts';
import { digest } from '#lib/server/digest.ts';
import type { Database } from '#lib/server/schema.ts';
import { chainStart, type Writer } from '../chain.ts';
import { signReceipt } from '../receipt.ts';
import { signerOf } from './key-ring.ts';

/** A place in a chain: a sequence, and the hash after it in hexadecimal. */
export interface Place {
  readonly upto: number;
  readonly head: string;
}

/** How far a writer's chain is held; its start where nothing of it is. */
export async function headOf(database: Kysely<Database>, writer: Writer): Promise<Place> {
  const row = await database
    .selectFrom('device')
    .where('organisation', '=', writer.organisation)
    .where('device', '=', writer.device)
    .where('epoch', '=', writer.epoch)
    .select(['head_seq', 'head_hash'])
    .executeTakeFirst();
  if (row !== undefined) return { upto: row.head_seq, head: row.head_hash };
  return { upto: 0, head: hex(await chainStart(writer, digest)) };
}

/** Which life of the database this is: 1, then another each time it was restored from a backup. */
export async function serverEpochOf(database: Kysely<Database>): Promise<number> {
  const row = await database.selectFrom('server_epoch').select('epoch').executeTakeFirst();
  return row?.epoch ?? 1;
}

/**
 * The signed receipt for what is held of a writer's chain up to a place; only after its commit. One by each key that the
 * organisation ever signed receipts with, the newest first: a device believes the one that its card names.
 */
export async function receiptsFor(
  database: Kysely<Database>,
  { organisation, device, epoch }: Writer,
  { upto, head }: Place,
  now: number,
): Promise<readonly Uint8Array[]> {
  const keys = await database
    .selectFrom('organisation_key')
    .where('organisation', '=', organisation)
    .where('purpose', '=', 'receipt')
    .select('private_jwk')
    .orderBy('created_at', 'desc')
    .execute();
  const serverEpoch = await serverEpochOf(database);
  const receipt = { organisation, device, epoch, upto, head, serverEpoch, serverTime: now };
  return Promise.all(keys.map(async (key) => signReceipt(receipt, await signerOf(key.private_jwk))));
}
