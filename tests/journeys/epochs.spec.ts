import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import { rowsOf } from './api-device.ts';
import { Device, joinAndTakeTest, readyOffline } from './device.ts';
import { ServerProcess } from './server-process.ts';
import { joinLink, openCampaign } from './staff.ts';

const { sent } = learner;

/** What the server holds, by epoch of the device: the types of its events, in order. */
function held(server: ServerProcess): Record<string, string> {
  const rows = rowsOf<{ epoch: number; type: string }>(
    server,
    'select epoch, type from event order by epoch, seq',
  );
  const byEpoch: Record<string, string> = {};
  for (const { epoch, type } of rows) {
    byEpoch[epoch] = [...(byEpoch[epoch]?.split(' ') ?? []), type].join(' ');
  }
  return byEpoch;
}

function admin(server: ServerProcess, ...args: string[]): void {
  const env = { ...process.env, DATA_DIR: server.dataDirectory };
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/admin.ts', ...args], { env });
  expect(stderr.toString()).not.toContain('rror');
  expect(status).toBe(0);
}

async function share(page: Page, server: ServerProcess): Promise<void> {
  await page.goto(`${server.address}/send`);
  const adult = page.getByLabel('18 ans ou plus');
  const yes = page.getByRole('button', { name: 'Oui, envoyer' });
  await expect(adult.or(yes)).toBeVisible();
  if (await adult.isVisible()) {
    await adult.check();
    await page.getByRole('button', { name: 'Continuer' }).click();
  }
  await yes.click();
}

const result = [
  'consent.given',
  'attempt.started',
  ...Array(10).fill('response.given'),
  'attempt.completed',
].join(' ');

test('a copied tablet and a server restored from yesterday: both tablets go on, nothing is lost or counted twice', async () => {
  test.setTimeout(240_000);
  const server = await ServerProcess.started();
  const [office, tablet] = [await Device.new({ width: 1280, height: 800 }), await Device.new()];
  let twin: Device | undefined;
  try {
    const desk = await office.open();
    await openCampaign(desk, server.address, 'Préparer les ateliers du jeudi');
    const link = await joinLink(desk);
    let page = await tablet.open();
    await page.goto(link);
    await joinAndTakeTest(page, 'Lina');
    await page.goto(server.address);
    await readyOffline(page);
    await share(page, server);
    await expect(page.getByText(sent.status.received, { exact: true })).toBeVisible();
    const first = `device.enrolled ${result}`;
    expect(held(server)).toEqual({ 1: first });
    const backup = join(await mkdtemp(join(tmpdir(), 'jalon-backup-')), 'yesterday.jsonl');
    admin(server, 'backup', '--to', backup);

    await tablet.close();
    twin = await tablet.copied();
    page = await tablet.open();
    await share(page, server);
    await expect(page.getByText(sent.status.received, { exact: true })).toHaveCount(2);
    const both = `${first} ${result}`;
    expect(held(server)).toEqual({ 1: both });

    // The copy knows nothing of the second sending: what it tells next is another history.
    const copy = await twin.open();
    await copy.goto(`${server.address}/sent`);
    await copy.getByRole('button', { name: sent.withdraw }).click();
    await expect(copy.getByText(sent.status.withdrawn, { exact: true })).toBeVisible();
    await expect(copy.getByText(sent.refused)).toHaveCount(0);
    const after = { 1: both, 2: 'device.enrolled withdrawal.carried' };
    expect(held(server)).toEqual(after);

    await server.stop();
    await rm(server.dataDirectory, { recursive: true });
    admin(server, 'restore', '--from', backup);
    expect(held(server)).toEqual({ 1: first });
    await server.start();
    await page.goto(`${server.address}/sent`);
    await page.getByRole('button', { name: sent.again }).first().click();
    await expect.poll(() => held(server)).toEqual({ 1: both });
    await expect(page.getByText(sent.status.received, { exact: true })).toHaveCount(2);
    await share(copy, server);
    await expect.poll(() => held(server)).toEqual({ ...after, 2: `${after[2]} ${result}` });
    await expect(copy.getByText(sent.status.received, { exact: true })).toBeVisible();
    await desk.reload();
    // The first agreement was taken back by the copy, the two others stand.
    await expect.poll(() => participations(server)).toEqual(['1:2 taken back', '1:15', '2:3']);
  } finally {
    await twin?.close();
    await tablet.close();
    await office.close();
    await server.stop('SIGKILL');
  }
});

function participations(server: ServerProcess): string[] {
  return rowsOf<{ epoch: number; seq: number; withdrawn_at: number | null }>(
    server,
    'select epoch, seq, withdrawn_at from participation order by epoch, seq',
  ).map(({ epoch, seq, withdrawn_at: at }) => `${epoch}:${seq}${at === null ? '' : ' taken back'}`);
}
