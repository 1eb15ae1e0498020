import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '#lib/base/bytes.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { noteReached } from '#lib/local/reachability.ts';
import type { Draft } from '../report.ts';
import { agreeTo, cancelReport, eraseReport, keepReport, keptReports } from './report-box.ts';
import { sendReports } from './send-reports.ts';

const about = { bundle: 'socle', revision: 3, challenge: '1.2/birthday-photos' };
const draft: Draft = { category: 'unclear', about, text: 'Le mot est trop dur.' };
let database: LocalDatabase;
let count = 0;
/** What the server was sent, and what it answers: the last answer goes on. */
let sent: string[];
let answers: ((id: string) => unknown)[];

const isOnline = { status: 'ok' };
const received = (id: string): unknown => ({ received: id, at: 1_772_000_000_000 });
const noNetwork = (): never => {
  throw new TypeError('failed to fetch');
};

beforeEach(() => {
  count += 1;
  database = new LocalDatabase(`reports-${count}`);
  [sent, answers] = [[], [received]];
  noteReached(false);
  vi.stubGlobal('fetch', async (address: string, request?: { readonly body: Uint8Array }) => {
    if (address === '/api/health') return Response.json(isOnline);
    const text = textOf(request!.body);
    sent.push(text);
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    return Response.json(answer((JSON.parse(text) as { readonly id: string }).id));
  });
});
afterEach(() => {
  database.close();
  vi.unstubAllGlobals();
});

async function kept(given: Draft = draft): Promise<string> {
  const report = await keepReport(database, 'l1', given, '0.1.0', 5);
  if (!report.ok) throw new Error(report.reason);
  return report.value.id;
}
const statuses = async (): Promise<readonly string[]> =>
  (await keptReports(database, 'l1')).map(({ status }) => status);

test('[RP-3] what is reported is kept at once, locked, and stays without an agreement', async () => {
  const id = await kept();
  expect(await keptReports(database, 'l2')).toEqual([]);
  expect(await keptReports(database, 'l1')).toEqual([
    { report: { version: 1, id, application: '0.1.0', ...draft }, createdAt: 5, status: 'kept' },
  ]);
  const [row] = await database.reports.toArray();
  expect(textOf(row!.body)).not.toContain('trop dur');
  expect(await sendReports(database)).toBe('empty');
  expect(sent).toEqual([]);
  expect(await keepReport(database, 'l1', { category: 'idea', text: ' ' }, '0.1.0', 5)).toMatchObject({
    reason: 'saysNothing',
  });
});

describe('[RP-4] an agreement is taken back until a sending has begun', () => {
  test('before: nothing leaves, and it can be erased', async () => {
    const id = await kept();
    await agreeTo(database, id, 6);
    expect(await statuses()).toEqual(['waiting']);
    expect(await cancelReport(database, id)).toMatchObject({ ok: true });
    expect(await sendReports(database)).toBe('empty');
    expect([sent, await statuses()]).toEqual([[], ['kept']]);
    expect(await eraseReport(database, id)).toMatchObject({ ok: true });
    expect(await statuses()).toEqual([]);
  });

  test('once it has begun, neither, until an answer came', async () => {
    const id = await kept();
    await agreeTo(database, id, 6);
    answers = [noNetwork, received];
    await sendReports(database);
    expect(await statuses()).toEqual(['left']);
    expect(await cancelReport(database, id)).toMatchObject({ reason: 'alreadyLeft' });
    expect(await eraseReport(database, id)).toMatchObject({ reason: 'alreadyLeft' });
    await sendReports(database);
    expect(await eraseReport(database, id)).toMatchObject({ ok: true });
  });
});

describe('[RP-5] only an answer that names the report makes it received', () => {
  test('whatever else answers, the same bytes are sent again, and no more once they came', async () => {
    const id = await kept();
    await agreeTo(database, id, 6);
    answers = [
      noNetwork,
      () => '<!doctype html>',
      () => ({ status: 'ok' }),
      () => ({ received: 'another', at: 1 }),
      received,
    ];
    const outcomes = [];
    for (let round = 0; round < 6; round += 1) outcomes.push(await sendReports(database));
    expect(outcomes).toEqual(['noNetwork', 'noNetwork', 'noNetwork', 'pending', 'empty', 'empty']);
    expect(sent).toHaveLength(5);
    expect(new Set(sent).size).toBe(1);
    expect(await keptReports(database, 'l1')).toMatchObject([
      { status: 'received', receivedAt: 1_772_000_000_000, report: { id } },
    ]);
  });

  test('where the server cannot be reached nothing begins', async () => {
    await agreeTo(database, await kept(), 6);
    isOnline.status = 'a portal';
    expect(await sendReports(database)).toBe('noNetwork');
    isOnline.status = 'ok';
    expect([sent, await statuses()]).toEqual([[], ['waiting']]);
  });
});

describe('[RP-6] a refusal that would come again is kept, and being told to wait is none', () => {
  test.each(['notAReport', 'newerReport', 'tooLarge'])('%s', async (reason) => {
    const id = await kept();
    await agreeTo(database, id, 6);
    answers = [() => ({ reason })];
    expect([await sendReports(database), await sendReports(database)]).toEqual(['empty', 'empty']);
    expect([sent.length, await statuses()]).toEqual([1, ['refused']]);
    // Sent again by hand, and erased.
    await agreeTo(database, id, 7);
    await sendReports(database);
    expect(sent).toHaveLength(2);
    expect(await eraseReport(database, id)).toMatchObject({ ok: true });
  });

  test.each(['tooMany', 'full'])('%s', async (reason) => {
    await agreeTo(database, await kept(), 6);
    answers = [() => ({ reason }), received];
    expect([await sendReports(database), await statuses()]).toEqual(['pending', ['left']]);
    expect([await sendReports(database), await statuses()]).toEqual(['empty', ['received']]);
  });
});
