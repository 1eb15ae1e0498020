import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/server/schema.ts';
import { eraseShare } from './erase.ts';

const monthMs = Math.round(30.4375 * 24 * 3_600_000);

/**
 * Erases what was shared longer ago than its campaign promised, as `eraseShare` does. Gives how many participations were
 * erased. Counted from the day of receipt, by the server's clock.
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
  for (const share of expired) await eraseShare(database, share, now);
  return expired.length;
}
