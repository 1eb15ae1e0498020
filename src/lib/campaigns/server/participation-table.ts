import { normalised } from '#lib/base/normalise.ts';
import { areas, levelFor, type Area, type Participation } from './participation-store.ts';

export type SortKey = 'nickname' | 'day' | 'verdict' | Area;
export type Direction = 'ascending' | 'descending';

/** How the table of a campaign is asked for, by the address of its page. */
export interface Arrangement {
  readonly sort: SortKey;
  readonly direction: Direction;
  readonly filter: string;
}

const sortKeys: readonly SortKey[] = ['nickname', 'day', 'verdict', ...areas];

/** The arrangement that an address asks for; the newest first when it asks for none that exists. */
export function arrangementOf(parameters: URLSearchParams): Arrangement {
  const [asked, direction] = (parameters.get('sort') ?? '').split('.');
  const sort = sortKeys.find((key) => key === asked);
  return {
    sort: sort ?? 'day',
    direction: sort === undefined || direction === 'descending' ? 'descending' : 'ascending',
    filter: (parameters.get('filter') ?? '').slice(0, 100),
  };
}

/** Those whose nickname holds the filter, in the order asked for; people without a level in an area come last. */
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
