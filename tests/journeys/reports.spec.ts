import { execFileSync } from 'node:child_process';
import { expect, test, type Page } from '@playwright/test';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import { reports } from '#lib/i18n/messages/fr/reports.ts';
import { printReport, reportOf } from '#lib/reports/report.ts';
import { rowsOf } from './api-device.ts';
import { readyOffline } from './device.ts';
import { ask, bodies, responses } from './journal.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';

interface Row {
  readonly id: string;
  readonly category: string;
  readonly challenge: string | null;
  readonly lesson: string | null;
  readonly step: number | null;
  readonly text: string;
}

test.use({ viewport: narrow });

let server: ServerProcess;
test.beforeAll(async () => {
  server = await ServerProcess.started();
});
test.afterAll(async () => server.stop('SIGKILL'));

const rows = (): Row[] => rowsOf<Row>(server, 'select * from report order by received_at');
const dialog = (page: Page) => page.getByRole('dialog');
const status = (page: Page, words: string) => page.getByText(words, { exact: true });

/** Tells a problem in the dialog that is open, and keeps it. */
async function tell(page: Page, category: string, text: string): Promise<void> {
  await dialog(page).getByLabel(category).check();
  await dialog(page).getByLabel(reports.words).fill(text);
  await dialog(page).getByRole('button', { name: 'Continuer' }).click();
  await expect(dialog(page).getByRole('heading', { name: reports.kept })).toBeVisible();
}

test('a problem told with no network arrives once when the server is back, and nothing tells who told it', async ({
  page,
}) => {
  await page.goto(server.address);
  await readyOffline(page);
  await server.stop();
  await ask(page, '2.2/family-album');
  const option = page.locator('main input[type=radio]').first();
  await option.check();
  await page.getByRole('button', { name: reports.report }).click();
  await check(page, 'a problem to report');
  await dialog(page).getByRole('button', { name: 'Continuer' }).click();
  await expect(dialog(page).getByText(reports.chooseFirst)).toBeVisible();
  await tell(page, reports.categories.unclear, 'Le mot «\u00a0album\u00a0» est dur.\nPour moi.');
  await expect(dialog(page).getByText('2.2/family-album')).toBeVisible();
  await expect(dialog(page).getByText(new URL(server.address).host)).toBeVisible();
  // Neither answer looks like the right one, and none is chosen.
  await check(page, 'whether it may leave', 0);
  await dialog(page).getByRole('button', { name: reports.yes }).click();
  await expect(dialog(page).getByRole('heading', { name: reports.agreed })).toBeVisible();
  await check(page, 'ready to leave');
  await dialog(page).getByRole('button', { name: 'Fermer' }).last().click();

  // The question is as it was left, and the button has the focus again.
  await expect(option).toBeChecked();
  await expect(page.getByRole('button', { name: reports.report })).toBeFocused();
  expect(await responses(page)).toEqual([]);

  await page.goto(`${server.address}/sent`);
  await expect(status(page, reports.status.waiting)).toBeVisible();
  await check(page, 'reports, one waiting');
  await server.start();
  await page.reload();
  await expect(status(page, reports.status.received)).toBeVisible();
  const [row, ...others] = rows();
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    ...{ category: 'unclear', challenge: '2.2/family-album', lesson: null },
    text: 'Le mot «\u00a0album\u00a0» est dur.\nPour moi.',
  });
  await page.reload();
  await expect(status(page, reports.status.received)).toBeVisible();
  expect(rows()).toEqual([row]);
  await page.getByRole('button', { name: reports.erase }).click();
  await expect(page.getByText(learner.sent.none)).toBeVisible();
});

test('what is not agreed to, and what is cancelled, never leaves', async ({ page }) => {
  const before = rows().length;
  await page.goto(server.address);
  await readyOffline(page);
  await server.stop();
  await ask(page, '1.3/more-apples');
  await page.getByRole('button', { name: 'Je ne sais pas' }).click();
  // On the feedback; refused.
  await page.getByRole('button', { name: reports.report }).click();
  await tell(page, reports.categories.answer, '');
  await dialog(page).getByRole('button', { name: reports.no }).click();
  await dialog(page).getByRole('button', { name: 'Fermer' }).last().click();
  // Closed without an answer, with the keyboard.
  await page.getByRole('button', { name: reports.report }).click();
  await tell(page, reports.categories.difficult, '');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  // Agreed to, then cancelled before there is a network.
  await page.getByRole('button', { name: reports.report }).click();
  await tell(page, reports.categories.other, 'Rien de grave.');
  await dialog(page).getByRole('button', { name: reports.yes }).click();
  await expect(dialog(page).getByRole('heading', { name: reports.agreed })).toBeVisible();
  await page.goto(`${server.address}/sent`);
  await page.getByRole('button', { name: reports.cancel }).click();
  await expect(status(page, reports.status.kept)).toHaveCount(3);
  await server.start();
  await page.goto(server.address);
  await page.getByRole('link', { name: 'Mes envois' }).click();
  // One of them leaves after all: what it takes with it is asked and shown again.
  const entry = page.getByRole('article').filter({ hasText: reports.categories.answer });
  await entry.getByRole('button', { name: reports.send }).click();
  await dialog(page).getByRole('button', { name: reports.yes }).click();
  await dialog(page).getByRole('button', { name: 'Fermer' }).last().click();
  await expect(status(page, reports.status.received)).toBeVisible();
  await expect(status(page, reports.status.kept)).toHaveCount(2);
  expect(rows().map(({ category }) => category)).toHaveLength(before + 1);
  expect(rows().at(-1)).toMatchObject({ category: 'answer', text: '' });
  expect((await bodies(page)).join()).not.toContain('Rien de grave');
});

test('a lesson is reported with its step, and an idea from the settings; the team reads both', async ({
  page,
}) => {
  await page.goto(server.address);
  await readyOffline(page);
  await page.goto(`${server.address}/learn/lesson?id=1.2/find-it-again&step=3`);
  await page.getByRole('button', { name: reports.report }).click();
  await tell(page, reports.categories.notShown, 'Pas d’image.');
  await dialog(page).getByRole('button', { name: reports.yes }).click();
  await expect.poll(() => rows().at(-1)).toMatchObject({ lesson: '1.2/find-it-again', step: 3 });
  expect(rows().at(-1)?.challenge).not.toBeNull();

  await page.goto(`${server.address}/settings`);
  await page.getByRole('button', { name: reports.idea }).click();
  await dialog(page).getByRole('button', { name: 'Continuer' }).click();
  await expect(dialog(page).getByText(reports.writeFirst)).toBeVisible();
  await dialog(page).getByLabel(reports.ideaWords).fill('Des exercices sur le train.');
  await check(page, 'an idea');
  await dialog(page).getByRole('button', { name: 'Continuer' }).click();
  await dialog(page).getByRole('button', { name: reports.yes }).click();
  await expect.poll(() => rows().at(-1)).toMatchObject({ category: 'idea', challenge: null, lesson: null });

  const told = (...args: string[]): string =>
    execFileSync(process.execPath, ['src/cli/admin.ts', 'reports', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: server.dataDirectory },
    });
  expect(told()).toContain('      Des exercices sur le train.');
  const listed = JSON.parse(told('--json')) as readonly { readonly about: string; readonly count: number }[];
  expect(listed.find(({ about }) => about === 'ideas')?.count).toBe(1);
  expect(told('--erase', rows().at(-1)!.id)).toMatch(/^erased/);
  expect(rows().at(-1)?.category).toBe('notShown');
});

test('the server takes a report once, whatever comes again, and refuses what is none with its reason', async ({
  request,
}) => {
  const about = { bundle: 'socle', revision: 1, challenge: '1.3/more-apples' };
  const written = (text: string): string =>
    printReport(reportOf({ category: 'other', about, text }, 'z'.repeat(22), '0.1.0')!);
  const post = (data: string, type = 'application/json') =>
    request.post(`${server.address}/api/reports`, { data, headers: { 'content-type': type } });
  const first = await post(written('Un.'));
  expect(first.status()).toBe(200);
  const said = (await first.json()) as unknown;
  const held = rows();
  for (const text of ['Un.', 'Deux.']) expect(await (await post(written(text))).json()).toEqual(said);
  expect(rows()).toEqual(held);

  const cases: readonly [string, string, number, string][] = [
    ['{}', 'application/json', 400, 'notAReport'],
    ['{"version":2}', 'application/json', 400, 'newerReport'],
    [' '.repeat(5_000), 'application/json', 413, 'tooLarge'],
    [written('Un.'), 'application/octet-stream', 415, 'wrongContentType'],
  ];
  for (const [body, type, code, reason] of cases) {
    const answer = await post(body, type);
    expect([answer.status(), await answer.json()]).toEqual([code, { reason }]);
  }
  expect((await request.get(`${server.address}/api/reports`)).status()).toBe(405);
  let last = first;
  for (let more = 0; more < 130 && last.status() !== 429; more += 1) last = await post('{}');
  expect([last.status(), await last.json()]).toEqual([429, { reason: 'tooMany' }]);
  expect(rows()).toEqual(held);
});
