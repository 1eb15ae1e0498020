import { expect, test } from 'vitest';
import { groupStatistics } from './group-statistics.ts';
import { participationCsv } from './server/participation-csv.ts';
import type { Participation } from './participation.ts';
import { arranged, arrangementOf, columnsOf } from './participation-table.ts';

function sending(
  nickname: string,
  levels: Record<string, number>,
  more: Partial<Participation> = {},
): Participation {
  return {
    id: `${nickname}-1-1`,
    device: nickname,
    epoch: 1,
    seq: 1,
    campaign: '01020304',
    nickname,
    avatar: 'fox',
    scope: 'levels',
    policy: 'diagnostic',
    day: '2026-09-01',
    bundle: 'socle',
    revision: '1',
    verdict: 'stated',
    answers: 0,
    received_at: 0,
    levels: Object.entries(levels).map(([area, level]) => ({
      area,
      level,
      low: 0,
      high: 8,
      certainty: 0.25,
    })),
    ...more,
  };
}

const all = [
  sending('Zoé', { '1': 3 }),
  sending('élan', { '1': 1 }),
  sending('Bob', {}, { day: '2026-09-02' }),
];
const arrange = (address: string): string[] =>
  arranged(
    all,
    arrangementOf((name) => new URLSearchParams(address).get(name), columnsOf(all)),
    'fr',
  ).map(({ nickname }) => nickname);

test('sorted by name as French sorts, by level with the unmeasured last, and by day when nothing is asked', () => {
  expect(arrange('sort=nickname!ascending')).toEqual(['Bob', 'élan', 'Zoé']);
  expect(arrange('sort=1!ascending')).toEqual(['élan', 'Zoé', 'Bob']);
  expect(arrange('sort=1!descending')).toEqual(['Zoé', 'élan', 'Bob']);
  expect(arrange('')[0]).toBe('Bob');
  expect(arrange('sort=password!ascending')[0]).toBe('Bob');
});

test('the filter finds a nickname whatever its accents and capitals', () => {
  expect(arrange('filter=ELAN')).toEqual(['élan']);
  expect(arrange('filter=nobody')).toEqual([]);
});

test('columns are the areas, or the competences where only these were measured', () => {
  expect(columnsOf([])).toEqual(['1', '2', '3', '4', '5']);
  expect(columnsOf([sending('a', { '1.1': 2 }), sending('b', { '3.2': 2 })])).toEqual(['1.1', '3.2']);
  expect(columnsOf([sending('a', { '1.1': 2, '1': 2 })])).toEqual(['1', '2', '3', '4', '5', '1.1']);
});

test('no figure of a group of fewer than five people, whatever the number of sendings', () => {
  const four = ['a', 'b', 'c', 'd'].map((name) => sending(name, { '1': 2 }));
  expect(groupStatistics([...four, sending('a', { '1': 4 }, { seq: 9 })])).toBeUndefined();
});

test('each person counts once, by the newest sending, and an area with fewer than five is left out', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((name, at) =>
    sending(name, at < 4 ? { '1': 2, '2': 5 } : { '1': 2 }),
  );
  const [area, ...others] = groupStatistics([...five, sending('a', { '1': 4 }, { seq: 9 })]) ?? [];
  expect(others).toEqual([]);
  expect(area).toEqual({ area: '1', counts: [0, 0, 4, 0, 1, 0, 0, 0, 0], people: 5, median: 2 });
});

test('the export has a row a sending, French headers, decimal commas and the verdict in words', () => {
  const [header, row, end] = participationCsv([sending('=Zoé', { '1': 3 })]).split('\r\n');
  expect(header).toMatch(/^\ufeffJour;Surnom;Domaine 1 : niveau;/);
  expect(row).toBe(`2026-09-01;'=Zoé;3;0;8;0,25${';'.repeat(17)};déclaré par l’appareil;niveaux;0`);
  expect(end).toBe('');
});
