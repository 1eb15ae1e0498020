import type { Kysely } from 'kysely';
import { hex } from '#lib/base/bytes.ts';
import { digest } from '#lib/server/digest.ts';
import type { Database } from '#lib/server/schema.ts';
import { chainStart, type Writer } from '../chain.ts';
import { signReceipt } from '../receipt.ts';
import { signerOf, type OrganisationKeys } from './key-ring.ts';

/** A place in a chain: a sequence, and the hash after it in hexadecimal. */
export interface Place {
  readonly upto: number;
  readonly head: string;
}

/** How far a writer's chain is held, and what else its receipt depends on. */
export interface Standing extends Place {
  /** Which life of the database this is: 1, then another each time it was restored from a backup. */
  readonly serverEpoch: number;
  /** Whether a parcel waits for what comes before it in this chain. */
  readonly isAwaited: boolean;
}

/** How a writer's chain stands; at its start where nothing of it is held. */
export async function standingOf(database: Kysely<Database>, writer: Writer): Promise<Standing> {
  const row = await database
    .selectFrom('server_epoch')
    .leftJoin('device', (join) =>
      join
        .on('device.organisation', '=', writer.organisation)
        .on('device.device', '=', writer.device)
        .on('device.epoch', '=', writer.epoch),
    )
    .select(['server_epoch.epoch as server_epoch', 'device.head_seq', 'device.head_hash'])
    .select((expression) =>
      expression
        .selectFrom('held_parcel')
        .where('held_parcel.organisation', '=', writer.organisation)
        .where('held_parcel.device', '=', writer.device)
        .where('held_parcel.epoch', '=', writer.epoch)
        .select(({ fn }) => fn.countAll().as('count'))
        .as('awaited'),
    )
    .executeTakeFirstOrThrow();
  return {
    upto: row.head_seq ?? 0,
    head: row.head_hash ?? hex(await chainStart(writer, digest)),
    serverEpoch: row.server_epoch,
    isAwaited: Number(row.awaited) > 0,
  };
}

/**
 * The signed receipts for what is held of a writer's chain up to a place; only after its commit. One by each key that the
 * organisation ever signed receipts with, the newest first: a device believes the one that its card names.
 */
export function receiptsFor(
  { receipt: keys }: OrganisationKeys,
  { organisation, device, epoch }: Writer,
  { upto, head, serverEpoch }: Place & Pick<Standing, 'serverEpoch'>,
  now: number,
): Promise<readonly Uint8Array[]> {
  const receipt = { organisation, device, epoch, upto, head, serverEpoch, serverTime: now };
  return Promise.all(keys.map(async (key) => signReceipt(receipt, await signerOf(key))));
}
