import type { Kysely, Selectable } from 'kysely';
import { exclusively } from '#lib/server/engine.ts';
import type { Database, ReportTable } from '#lib/server/schema.ts';
import type { Answer } from '../answer.ts';
import { readReport } from '../report.ts';

/** The most reports that are kept at once. */
const mostReports = 20_000;
/** How long a report is kept: twelve months. */
const keptForMs = 365 * 24 * 3_600_000;

/** Takes a report in, once whatever comes again, and says so; or why not. */
export async function takeReport(
  database: Kysely<Database>,
  text: string,
  now: number,
  most = mostReports,
): Promise<Answer> {
  const read = readReport(text);
  if (!read.ok) return { reason: read.reason };
  const { id, category, application, text: said } = read.value;
  const about = 'about' in read.value ? read.value.about : undefined;
  return exclusively(database, ['report'], async (transaction): Promise<Answer> => {
    const known = await transaction
      .selectFrom('report')
      .where('id', '=', id)
      .select('received_at')
      .executeTakeFirst();
    if (known !== undefined) return { received: id, at: known.received_at };
    const { count } = await transaction
      .selectFrom('report')
      .select((expression) => expression.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) >= most) return { reason: 'full' };
    await transaction
      .insertInto('report')
      .values({
        ...{ id, received_at: now, category, application, text: said },
        bundle: about?.bundle ?? null,
        revision: about?.revision ?? null,
        challenge: about?.challenge ?? null,
        lesson: about?.lesson ?? null,
        step: about?.step ?? null,
      })
      .execute();
    return { received: id, at: now };
  });
}

/** Every report, the last one first. */
export function allReports(database: Kysely<Database>): Promise<Selectable<ReportTable>[]> {
  return database.selectFrom('report').selectAll().orderBy('received_at', 'desc').orderBy('id').execute();
}

/** Erases one report; false when there is none of that id. */
export async function removeReport(database: Kysely<Database>, id: string): Promise<boolean> {
  const { numDeletedRows } = await database.deleteFrom('report').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Erases the reports that came more than twelve months ago. */
export async function eraseOldReports(database: Kysely<Database>, now: number): Promise<void> {
  await database
    .deleteFrom('report')
    .where('received_at', '<', now - keptForMs)
    .execute();
}
