import type { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '#lib/server/fresh-database.contract.ts';
import type { Database } from '#lib/server/schema.ts';
import { printReport, reportOf, type Draft } from '../report.ts';
import { gathered, printed } from './report-list.ts';
import { allReports, eraseOldReports, removeReport, takeReport } from './report-store.ts';

const now = 1_772_000_000_000;
const dayMs = 24 * 3_600_000;
const about = { bundle: 'socle', revision: 3, challenge: '1.2/birthday-photos' };
const idOf = (letter: string): string => letter.repeat(22);
let database: Kysely<Database>;

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.destroy());

function textOf(letter: string, draft: Partial<Draft> = {}): string {
  const report = reportOf({ category: 'unclear', about, text: '', ...draft }, idOf(letter), '0.1.0');
  if (report === undefined) throw new Error('no report');
  return printReport(report);
}

test('[RP-7] the same report again changes nothing, and is answered as the first time', async () => {
  const first = { received: idOf('a'), at: now };
  expect(await takeReport(database, textOf('a', { text: 'Un mot.' }), now)).toEqual(first);
  const rows = await allReports(database);
  expect(await takeReport(database, textOf('a', { text: 'Un mot.' }), now + 5)).toEqual(first);
  expect(await takeReport(database, textOf('a', { text: 'Autre chose.' }), now + 9)).toEqual(first);
  expect(await allReports(database)).toEqual(rows);
  expect(rows).toMatchObject([{ ...about, id: idOf('a'), lesson: null, step: null, text: 'Un mot.' }]);
});

test('[RP-2] what is no report is refused with its reason, and nothing is written', async () => {
  expect(await takeReport(database, '{}', now)).toEqual({ reason: 'notAReport' });
  expect(await takeReport(database, '{"version":2}', now)).toEqual({ reason: 'newerReport' });
  expect(await allReports(database)).toEqual([]);
});

test('[RP-8] twelve months after it came a report is erased; past the most, a new one waits and none goes', async () => {
  await takeReport(database, textOf('a'), now - 366 * dayMs);
  await takeReport(database, textOf('b'), now - 364 * dayMs);
  expect(await takeReport(database, textOf('c'), now, 2)).toEqual({ reason: 'full' });
  expect(await takeReport(database, textOf('b'), now, 2)).toMatchObject({ received: idOf('b') });
  expect((await allReports(database)).map(({ id }) => id)).toEqual([idOf('b'), idOf('a')]);
  await eraseOldReports(database, now);
  expect((await allReports(database)).map(({ id }) => id)).toEqual([idOf('b')]);
  expect([await removeReport(database, idOf('b')), await removeReport(database, idOf('b'))]).toEqual([
    true,
    false,
  ]);
});

test('reports are listed by what they are about, those with the most first, with their texts', async () => {
  await takeReport(database, textOf('a', { text: 'Deux\nlignes.' }), now);
  await takeReport(database, textOf('b', { category: 'answer' }), now + dayMs);
  const inLesson = { bundle: 'socle', revision: 3, lesson: '1.2/find-it-again', step: 2 };
  await takeReport(database, textOf('c', { about: inLesson, text: 'Trop long.' }), now);
  const idea = reportOf({ category: 'idea', text: 'Le train.' }, idOf('d'), '0.1.0');
  await takeReport(database, printReport(idea!), now);
  const listed = gathered(await allReports(database));
  expect(listed.map((each) => [each.about, each.count])).toEqual([
    ['1.2/birthday-photos', 2],
    ['1.2/find-it-again', 1],
    ['ideas', 1],
  ]);
  expect(printed(listed).split('\n').slice(0, 5)).toEqual([
    '1.2/birthday-photos: 2 (answer 1, unclear 1)',
    `  2026-02-26  answer  socle 3  ${idOf('b')}`,
    `  2026-02-25  unclear  socle 3  ${idOf('a')}`,
    '      Deux',
    '      lignes.',
  ]);
});
