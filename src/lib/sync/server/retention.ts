import { sql, type Kysely } from 'kysely';
import { exclusively } from '#lib/server/engine.ts';
import type { Database } from '#lib/server/schema.ts';
import { streamKey } from './append.ts';

const monthMs = Math.round(30.4375 * 24 * 3_600_000);

/**
 * Erases what was shared longer ago than its campaign promised: bodies are emptied and participations removed, identities
 * and hashes stay, so that a late copy is known and thrown away. Gives how many participations were erased. Counted from
 * the day of receipt, by the server's clock.
 */
export async function eraseExpired(database: Kysely<Database>, now: number): Promise<number> {
  const expired = await database
    .selectFrom('participation')
    .innerJoin('campaign', (join) =>
      join
        .onRef('campaign.organisation', '=', 'participation.organisation')
        .onRef('campaign.campaign', '=', 'participation.campaign'),
    )
    .where(
      sql<boolean>`participation.received_at + campaign.retention_months * cast(${monthMs} as bigint) < ${now}`,
    )
    .select([
      'participation.organisation',
      'participation.device',
      'participation.epoch',
      'participation.seq',
    ])
    .execute();
  for (const { organisation, device, epoch, seq } of expired) {
    await exclusively(database, [streamKey({ organisation, device, epoch })], async (transaction) => {
      const events = await transaction
        .selectFrom('event')
        .where('organisation', '=', organisation)
        .where('device', '=', device)
        .where('epoch', '=', epoch)
        .where('seq', '>=', seq)
        .select(['seq', 'type'])
        .orderBy('seq')
        .execute();
      const end = events.find((event) => event.type === 'attempt.completed')?.seq ?? seq;
      await transaction
        .updateTable('event')
        .set({ body: null })
        .where('organisation', '=', organisation)
        .where('device', '=', device)
        .where('epoch', '=', epoch)
        .where('seq', '>=', seq)
        .where('seq', '<=', end)
        .execute();
      await transaction
        .deleteFrom('participation')
        .where('organisation', '=', organisation)
        .where('device', '=', device)
        .where('epoch', '=', epoch)
        .where('seq', '=', seq)
        .execute();
    });
  }
  return expired.length;
}
