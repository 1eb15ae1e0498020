import type { Selectable } from 'kysely';
import type { ReportTable } from '#lib/server/schema.ts';

type Row = Selectable<ReportTable>;

/** What was said of one challenge, of one lesson, or of nothing in particular. */
export interface Listed {
  readonly about: string;
  readonly count: number;
  /** By category, how many. */
  readonly categories: Readonly<Record<string, number>>;
  readonly reports: readonly Row[];
}

/** The reports gathered by what they are about, those with the most first; a challenge inside a lesson counts for the challenge. */
export function gathered(rows: readonly Row[]): readonly Listed[] {
  const groups = Map.groupBy(rows, ({ challenge, lesson }) => challenge ?? lesson ?? 'ideas');
  return [...groups]
    .map(([about, reports]) => ({
      about,
      count: reports.length,
      categories: Object.fromEntries(
        [...Map.groupBy(reports, ({ category }) => category)].map(([name, of]) => [name, of.length]),
      ),
      reports,
    }))
    .toSorted((left, right) => right.count - left.count || (left.about < right.about ? -1 : 1));
}

/** The same for the eyes: a line for each challenge with its counts, then a line for each report. */
export function printed(listed: readonly Listed[]): string {
  return listed
    .flatMap(({ about, count, categories, reports }) => [
      `${about}: ${count} (${Object.entries(categories)
        .map(([name, of]) => `${name} ${of}`)
        .join(', ')})`,
      ...reports.map(lineOf),
      '',
    ])
    .join('\n');
}

function lineOf({ id, received_at, category, bundle, revision, lesson, step, text }: Row): string {
  const day = new Date(received_at).toISOString().slice(0, 10);
  const where = [
    ...(bundle === null ? [] : [`${bundle} ${revision}`]),
    ...(lesson === null ? [] : [`lesson ${lesson}${step === null ? '' : `, step ${step}`}`]),
  ];
  const said = text === '' ? [] : text.split('\n').map((line) => `      ${line}`);
  return [`  ${[day, category, ...where, id].join('  ')}`, ...said].join('\n');
}
