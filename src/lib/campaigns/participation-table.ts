import { normalised } from '#lib/base/normalise.ts';
import { areas, levelFor, type Participation } from './participation.ts';

/** `nickname`, `day`, `verdict`, or the id of the area or competence of a column. */
type SortKey = string;
type Direction = 'ascending' | 'descending';

/** How the table of a campaign is asked for, by the address of its page. */
export interface Arrangement {
  readonly sort: SortKey;
  readonly direction: Direction;
  readonly filter: string;
}

/** The levels that have a column: the five areas, or the competences where only these were measured. */
export function columnsOf(participations: readonly Participation[]): readonly string[] {
  const measured = new Set(participations.flatMap(({ levels }) => levels.map(({ area }) => area)));
  const competences = [...measured].filter((area) => area.includes('.')).sort();
  return competences.length === measured.size && competences.length > 0
    ? competences
    : [...areas, ...competences];
}

/** The arrangement that an address asks for; the newest first when it asks for none that exists. */
export function arrangementOf(
  parameter: (name: string) => string | null,
  columns: readonly string[],
): Arrangement {
  const [asked, direction] = (parameter('sort') ?? '').split('!');
  const sort = ['nickname', 'day', 'verdict', ...columns].find((key) => key === asked);
  return {
    sort: sort ?? 'day',
    direction: sort === undefined || direction === 'descending' ? 'descending' : 'ascending',
    filter: (parameter('filter') ?? '').slice(0, 100),
  };
}

/** Those whose nickname holds the filter, in the order asked for; people without that level come last. */
export function arranged(
  participations: readonly Participation[],
  { sort, direction, filter }: Arrangement,
  locale: string,
): readonly Participation[] {
  const wanted = normalised(filter);
  const sign = direction === 'ascending' ? 1 : -1;
  const collator = new Intl.Collator(locale, { numeric: true });
  return participations
    .filter(({ nickname }) => normalised(nickname).includes(wanted))
    .toSorted((left, right) => {
      if (sort === 'nickname' || sort === 'day' || sort === 'verdict') {
        return sign * collator.compare(left[sort], right[sort]);
      }
      const [a, b] = [levelFor(left, sort)?.level, levelFor(right, sort)?.level];
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
      return sign * (a - b);
    });
}
