import type { Kysely } from 'kysely';
import { base64url, bytesOfBase64url } from '#lib/base/bytes.ts';
import type { Database } from '#lib/server/schema.ts';
import type { Writer } from '../chain.ts';

/** The most parcels that wait for one organisation: they cannot be checked before their device is known. */
const mostHeld = 1_000;
/** The most of one device: it sends the rest again once these were taken in. */
const mostOfOne = 50;
/** How long one waits: its device keeps it longer when it is honest, and nobody does when it is not. */
const heldForMs = 60 * 24 * 3_600_000;

/** Keeps a parcel that came ahead of what is known; past the limit it is left to its device, which keeps it too. */
export async function hold(
  database: Kysely<Database>,
  { organisation, device, epoch }: Writer,
  from: number,
  bytes: Uint8Array,
  now: number,
): Promise<void> {
  const { count } = await database
    .selectFrom('held_parcel')
    .where('organisation', '=', organisation)
    .select((expression) => expression.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostHeld) return;
  const own = await database
    .selectFrom('held_parcel')
    .where('organisation', '=', organisation)
    .where('device', '=', device)
    .select((expression) => expression.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(own.count) >= mostOfOne) return;
  await database
    .insertInto('held_parcel')
    .values({ organisation, device, epoch, first_seq: from, bytes: base64url(bytes), received_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes out the parcels that waited for a writer's events, oldest first. */
export async function takeHeld(database: Kysely<Database>, writer: Writer): Promise<readonly Uint8Array[]> {
  const taken = await database
    .deleteFrom('held_parcel')
    .where('organisation', '=', writer.organisation)
    .where('device', '=', writer.device)
    .where('epoch', '=', writer.epoch)
    .returning(['first_seq', 'bytes'])
    .execute();
  return taken
    .toSorted((left, right) => left.first_seq - right.first_seq)
    .flatMap((row) => bytesOfBase64url(row.bytes) ?? []);
}

/** Throws away what waited for too long: what stands before it will not come any more. */
export async function forgetHeld(database: Kysely<Database>, now: number): Promise<void> {
  await database
    .deleteFrom('held_parcel')
    .where('received_at', '<', now - heldForMs)
    .execute();
}
