import type { Kysely } from 'kysely';
import { signerOfJwk } from '#lib/base/platform/crypto.ts';
import type { Database } from '#lib/server/schema.ts';
import type { Writer } from '../chain.ts';
import { signReceipt } from '../receipt.ts';

/**
 * The signed receipt for all that is held of a writer's chain; only after its commit. One by each key that the organisation
 * ever signed receipts with, the newest first: a device believes the one that its card names.
 */
export async function receiptsFor(
  database: Kysely<Database>,
  { organisation, device, epoch }: Writer,
  now: number,
): Promise<readonly Uint8Array[]> {
  const head = await database
    .selectFrom('device')
    .where('organisation', '=', organisation)
    .where('device', '=', device)
    .where('epoch', '=', epoch)
    .select(['head_seq', 'head_hash'])
    .executeTakeFirstOrThrow();
  const keys = await database
    .selectFrom('organisation_key')
    .where('organisation', '=', organisation)
    .where('purpose', '=', 'receipt')
    .select('private_jwk')
    .orderBy('created_at', 'desc')
    .execute();
  const server = await database.selectFrom('server_epoch').select('epoch').executeTakeFirst();
  const receipt = {
    organisation,
    device,
    epoch,
    upto: head.head_seq,
    head: head.head_hash,
    serverEpoch: server?.epoch ?? 1,
    serverTime: now,
  };
  return Promise.all(
    keys.map(async (key) =>
      signReceipt(receipt, await signerOfJwk(JSON.parse(key.private_jwk) as JsonWebKey)),
    ),
  );
}
