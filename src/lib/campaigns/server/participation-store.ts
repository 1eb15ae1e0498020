import type { Kysely, Selectable } from 'kysely';
import * as v from 'valibot';
import type { Database, ParticipationTable } from '#lib/server/schema.ts';
import type { Participation } from '../participation.ts';

const level = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8));

/** What the column `levels` holds: one level an area, or one of a competence, never without how sure it is. */
const levelsSchema = v.array(
  v.object({
    /** The id of an area (`1`) or of a competence (`1.1`). */
    area: v.pipe(v.string(), v.regex(/^[1-5](\.\d)?$/)),
    level,
    /** Nine times in ten the true level is from `low` to `high`. */
    low: level,
    high: level,
    /** Probability that the true level is exactly this one. */
    certainty: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  }),
);
/** What a campaign received, newest day first, and how many sendings were taken back and are not shown. */
export async function participationsOf(
  database: Kysely<Database>,
  organisation: string,
  campaign: string,
): Promise<{ readonly participations: readonly Participation[]; readonly withdrawn: number }> {
  const rows = await database
    .selectFrom('participation')
    .where('organisation', '=', organisation)
    .where('campaign', '=', campaign)
    .orderBy('day', 'desc')
    .orderBy('received_at', 'desc')
    .selectAll()
    .execute();
  const kept = rows.filter((row) => row.withdrawn_at === null);
  return { participations: kept.map(participationOfRow), withdrawn: rows.length - kept.length };
}

/** One sending to a campaign of an organisation by its id; undefined when it is not there, not theirs or taken back. */
export async function participationOf(
  database: Kysely<Database>,
  organisation: string,
  campaign: string,
  id: string,
): Promise<Participation | undefined> {
  const [, device, epoch, seq] = /^([0-9a-f]{24})-(\d{1,9})-(\d{1,9})$/.exec(id) ?? [];
  if (device === undefined) return undefined;
  const row = await database
    .selectFrom('participation')
    .where('organisation', '=', organisation)
    .where('campaign', '=', campaign)
    .where('device', '=', device)
    .where('epoch', '=', Number(epoch))
    .where('seq', '=', Number(seq))
    .where('withdrawn_at', 'is', null)
    .selectAll()
    .executeTakeFirst();
  return row && participationOfRow(row);
}

function participationOfRow(row: Selectable<ParticipationTable>): Participation {
  const { organisation: _organisation, withdrawn_at: _withdrawnAt, levels, ...rest } = row;
  // Levels that another version wrote in another way are shown as not measured, never guessed.
  const read = v.safeParse(levelsSchema, JSON.parse(levels));
  return {
    ...rest,
    id: `${row.device}-${row.epoch}-${row.seq}`,
    levels: read.success ? read.output : [],
  };
}
