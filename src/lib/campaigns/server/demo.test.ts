import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '#lib/base/platform/crypto.ts';
import { openCard } from '#lib/campaigns/card.ts';
import { freshAddress } from '#lib/server/fresh-database.contract.ts';
import { openInstallation, type Installation } from '#lib/server/installation.ts';
import { campaignsOf } from './campaign-store.ts';
import { demoEmail, loadDemo } from './demo.ts';

const now = Date.UTC(2026, 8, 1);
let directory = '';
let address = '';
let installation: Installation;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jalon-demo-'));
  address = await freshAddress();
  installation = await opened();
});
afterAll(async () => {
  await installation.close();
  await rm(directory, { recursive: true });
});

async function opened(): Promise<Installation> {
  const result = await openInstallation({
    port: 0,
    host: '127.0.0.1',
    dataDirectory: directory,
    databaseAddress: address,
    origin: undefined,
    isDemoWanted: true,
    metricsToken: undefined,
    log: undefined,
  });
  if (!result.ok) throw new Error(result.detail);
  return result.value;
}

test('the demonstration is loaded once: a second start finds it and draws no new password', async () => {
  const { database } = installation;
  const first = await loadDemo(installation, now);
  expect(first).toMatchObject({ email: demoEmail, password: expect.stringMatching(/^[\w-]{16}$/) });
  expect(await loadDemo(installation, now)).toBeUndefined();
  const [organisation, ...others] = await database.selectFrom('organisation').selectAll().execute();
  expect(others).toEqual([]);
  const campaigns = await campaignsOf(database, organisation?.organisation ?? '');
  expect(campaigns.map(({ asks, people }) => ({ asks, people }))).toEqual(
    expect.arrayContaining([
      { asks: 'levels', people: 0 },
      { asks: 'answers', people: 0 },
    ]),
  );
  for (const { card, code } of campaigns) {
    expect(await openCard(card, installation.keys.root.publicKey, {}, verify)).toMatchObject({
      ok: true,
      value: { campaign: { code }, organisation: { name: 'EPN de Valbruyère' } },
    });
  }
});

test('a load cut short is taken up again, with a password that works', async () => {
  await installation.database.deleteFrom('membership').execute();
  const again = await loadDemo(installation, now);
  expect(again).toBeDefined();
  expect(await installation.accounts.signIn(demoEmail, again?.password ?? '', '192.0.2.1')).toMatchObject({
    ok: true,
  });
  expect(await installation.database.selectFrom('campaign').select('campaign').execute()).toHaveLength(2);
});

test('keys are kept: readable by their owner only, the same after a restart, and no password in clear', async () => {
  const again = await opened();
  expect(again.keys.root.publicKey).toBe(installation.keys.root.publicKey);
  expect(again.keys.sessionSecret).toBe(installation.keys.sessionSecret);
  await again.close();
  const files = await readdir(join(directory, 'keys'));
  expect(files.sort()).toEqual(['publisher.json', 'root.json', 'session-secret']);
  for (const file of files) expect((await stat(join(directory, 'keys', file))).mode & 0o777).toBe(0o600);
  const accounts = await installation.accounts.provide(demoEmail, 'Animation', 'in-clear-nowhere');
  expect(accounts).not.toBe('');
  for (const file of await readdir(directory)) {
    if (file.startsWith('jalon.sqlite')) {
      expect((await readFile(join(directory, file))).includes('in-clear-nowhere')).toBe(false);
    }
  }
});
