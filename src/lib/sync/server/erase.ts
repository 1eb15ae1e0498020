import type { Kysely } from 'kysely';
import { exclusively } from '#lib/server/engine.ts';
import { empty, streamKey } from '#lib/server/erasures.ts';
import type { Database } from '#lib/server/schema.ts';

/** Where a share stands: its consent. */
interface Place {
  readonly organisation: string;
  readonly device: string;
  readonly epoch: number;
  readonly seq: number;
}

/** Erases one share: bodies are emptied and the participation removed; identities and hashes stay, so that a late copy is known. */
export function eraseShare(
  database: Kysely<Database>,
  { organisation, device, epoch, seq }: Place,
  now: number,
): Promise<void> {
  const stream = { organisation, device, epoch };
  return exclusively(database, [streamKey(stream)], async (transaction) => {
    const end = await transaction
      .selectFrom('event')
      .where('organisation', '=', organisation)
      .where('device', '=', device)
      .where('epoch', '=', epoch)
      .where('seq', '>=', seq)
      .where('type', '=', 'attempt.completed')
      .select('seq')
      .orderBy('seq')
      .executeTakeFirst();
    await empty(transaction, { ...stream, from_seq: seq, upto_seq: end?.seq ?? seq, erased_at: now });
    await transaction
      .deleteFrom('participation')
      .where('organisation', '=', organisation)
      .where('device', '=', device)
      .where('epoch', '=', epoch)
      .where('seq', '=', seq)
      .execute();
  });
}

/** Erases all that a campaign received and showed; how many shares. The campaign itself stays. */
export async function eraseCampaign(
  database: Kysely<Database>,
  organisation: string,
  campaign: string,
  now: number,
): Promise<number> {
  const shares = await database
    .selectFrom('participation')
    .where('organisation', '=', organisation)
    .where('campaign', '=', campaign)
    .select(['organisation', 'device', 'epoch', 'seq'])
    .execute();
  for (const share of shares) await eraseShare(database, share, now);
  return shares.length;
}

/** Erases all that one device sent so far, whatever the campaign; how many events. Its key stays, so that copies are known. */
export async function eraseDevice(
  database: Kysely<Database>,
  organisation: string,
  device: string,
  now: number,
): Promise<number> {
  const streams = await database
    .selectFrom('device')
    .where('organisation', '=', organisation)
    .where('device', '=', device)
    .select(['organisation', 'device', 'epoch'])
    .execute();
  let erased = 0;
  for (const stream of streams) {
    erased += await exclusively(database, [streamKey(stream)], async (transaction) => {
      const { head_seq: head } = await transaction
        .selectFrom('device')
        .where('organisation', '=', organisation)
        .where('device', '=', device)
        .where('epoch', '=', stream.epoch)
        .select('head_seq')
        .executeTakeFirstOrThrow();
      await empty(transaction, { ...stream, from_seq: 1, upto_seq: head, erased_at: now });
      for (const table of ['participation', 'held_parcel'] as const) {
        await transaction
          .deleteFrom(table)
          .where('organisation', '=', organisation)
          .where('device', '=', device)
          .where('epoch', '=', stream.epoch)
          .execute();
      }
      return head;
    });
  }
  return erased;
}
