import type { Kysely, Selectable } from 'kysely';
import * as v from 'valibot';
import type { Database, ParticipationTable } from '#lib/server/schema.ts';

/** The five areas of the framework, by their ids. */
export const areas = ['1', '2', '3', '4', '5'] as const;
export type Area = (typeof areas)[number];

const level = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8));

/** What the column `levels` holds: at most one level an area, never without how sure it is. */
export const areaLevelsSchema = v.array(
  v.object({
    area: v.picklist(areas),
    level,
    /** Nine times in ten the true level is from `low` to `high`. */
    low: level,
    high: level,
    /** Probability that the true level is exactly this one. */
    certainty: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  }),
);
export type AreaLevel = v.InferOutput<typeof areaLevelsSchema>[number];

/** What one person sent, once, and did not take back. */
export interface Participation extends Omit<
  Selectable<ParticipationTable>,
  'organisation' | 'levels' | 'withdrawn_at'
> {
  /** Names it in an address: device, epoch and sequence. */
  readonly id: string;
  readonly levels: readonly AreaLevel[];
}

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
  return {
    ...rest,
    id: `${row.device}-${row.epoch}-${row.seq}`,
    levels: v.parse(areaLevelsSchema, JSON.parse(levels)),
  };
}
