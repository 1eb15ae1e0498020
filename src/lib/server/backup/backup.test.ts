import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../database.ts';
import { eraseAgain, empty, keepErasures } from '../erasures.ts';
import { freshAddress, freshDatabase } from '../fresh-database.contract.ts';
import { openInstallation } from '../installation.ts';
import { settingsOf } from '../settings.ts';
import { writeBackup } from './backup.ts';
import { restore } from './restore.ts';
import { backedUp, leftOut } from './tables.ts';

const now = 1_772_000_000_000;
const quiet = (): void => undefined;
const stream = { organisation: 'o'.repeat(16), device: 'd'.repeat(24), epoch: 1 };
let folder = '';
let address = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-backup-'));
  file = join(folder, 'kept', 'monday.jalon');
  address = await freshAddress();
  const settings = settingsOf({ DATA_DIR: join(folder, 'first') }, '/');
  if (!settings.ok) throw new Error(settings.detail);
  const opened = await openInstallation({ ...settings.value, databaseAddress: address });
  if (!opened.ok) throw new Error(opened.detail);
  const { database, accounts } = opened.value;
  const { organisation } = stream;
  await database
    .insertInto('organisation')
    .values({ organisation, name: 'EPN « Été »', certificate: '{}', created_at: now })
    .execute();
  const user_id = await accounts.provide('ines@epn.example', 'Inès', 'a long password');
  await database.insertInto('membership').values({ organisation, user_id, role: 'manager' }).execute();
  await database
    .insertInto('device')
    .values({ ...stream, campaign: 'c', public_key: 'k', head_seq: 250, head_hash: 'h', enrolled_at: now })
    .execute();
  const events = Array.from({ length: 250 }, (_, index) => ({
    ...{ ...stream, seq: index + 1, hash: `${index}`, type: 't', body: '{"a":"\\u0000"}', received_at: now },
  }));
  await database.insertInto('event').values(events).execute();
  expect(await writeBackup(database, join(folder, 'first'), file, now, quiet)).toMatchObject({ ok: true });
  await opened.value.close();
});
afterAll(() => rm(folder, { recursive: true }));

async function all(at: string): Promise<Record<string, unknown>> {
  const opened = await openDatabase(at);
  if (!opened.ok) throw new Error(opened.detail);
  const tables = {
    event: await opened.value.selectFrom('event').selectAll().orderBy('seq').execute(),
    device: await opened.value.selectFrom('device').selectAll().execute(),
    organisation: await opened.value.selectFrom('organisation').selectAll().execute(),
    membership: await opened.value.selectFrom('membership').selectAll().execute(),
    staff_user: await opened.value.selectFrom('staff_user').selectAll().execute(),
  };
  await opened.value.destroy();
  return tables;
}

test('[SV-6] a backup names every table, or says that it is left out', async () => {
  const database = await freshDatabase();
  const tables = (await database.introspection.getTables()).map(({ name }) => name);
  expect(tables.sort()).toEqual([...backedUp, ...leftOut].sort());
  await database.destroy();
});

test('[SV-6] what a backup holds comes back as it was, keys and accounts too, into either database', async () => {
  const here = { databaseAddress: await freshAddress(), dataDirectory: join(folder, 'second') };
  const restored = await restore(here, file, now, quiet);
  expect(restored).toMatchObject({ ok: true, value: { files: 3, erasedAgain: 0 } });
  expect(await all(here.databaseAddress)).toEqual(await all(address));
  const root = await readFile(join(here.dataDirectory, 'keys', 'root.json'), 'utf8');
  expect(root).toBe(await readFile(join(folder, 'first', 'keys', 'root.json'), 'utf8'));
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  // A file of SQLite is always at hand: what PostgreSQL holds moves into it, and the accounts still open.
  const moved = {
    databaseAddress: join(folder, 'third', 'jalon.sqlite'),
    dataDirectory: join(folder, 'third'),
  };
  expect(await restore(moved, file, now, quiet)).toMatchObject({ ok: true });
  const settings = settingsOf({ DATA_DIR: moved.dataDirectory }, '/');
  const opened = settings.ok && (await openInstallation(settings.value));
  if (!opened || !opened.ok) throw new Error('not opened');
  const signedIn = await opened.value.accounts.signIn('ines@epn.example', 'a long password', '192.0.2.1');
  expect(signedIn).toMatchObject({ ok: true });
  await opened.value.close();
});

test('[SV-7] each restore begins an epoch later than any before', async () => {
  const epochs = [];
  for (const at of [now, now + 86_400_000]) {
    const here = { databaseAddress: await freshAddress(), dataDirectory: join(folder, `epoch ${at}`) };
    const restored = await restore(here, file, at, quiet);
    epochs.push(restored.ok ? restored.value.epoch : 0);
  }
  expect(epochs[0]).toBeGreaterThan(1);
  expect(epochs[1]).toBeGreaterThan(epochs[0]!);
});

test('[SV-8] what was erased since the backup is erased again, and nothing else', async () => {
  const dataDirectory = join(folder, 'first');
  const opened = await openDatabase(address);
  if (!opened.ok) throw new Error(opened.detail);
  await empty(opened.value, { ...stream, from_seq: 7, upto_seq: 9, erased_at: now });
  expect(await keepErasures(opened.value, dataDirectory, now)).toBe(1);
  expect(await keepErasures(opened.value, dataDirectory, now)).toBe(0);
  await opened.value.destroy();
  const here = { databaseAddress: await freshAddress(), dataDirectory };
  expect(await restore(here, file, now, quiet)).toMatchObject({ value: { erasedAgain: 1 } });
  const { event } = await all(here.databaseAddress);
  const emptied = (event as { seq: number; body: string | null }[]).filter(({ body }) => body === null);
  expect(emptied.map(({ seq }) => seq)).toEqual([7, 8, 9]);
  const again = await openDatabase(here.databaseAddress);
  if (!again.ok) throw new Error(again.detail);
  expect(await eraseAgain(again.value, dataDirectory, now)).toBe(0);
  await again.value.destroy();
});

test('[SV-9] a backup with a byte missing or another, a database in use and another installation are refused, and nothing is written', async () => {
  const bytes = await readFile(file);
  const here = { databaseAddress: await freshAddress(), dataDirectory: join(folder, 'refused') };
  const attempt = async (content: Uint8Array) => {
    const path = join(folder, 'damaged.jalon');
    await writeFile(path, content);
    const result = await restore(here, path, now, quiet);
    return result.ok ? 'restored' : result.reason;
  };
  expect(await attempt(bytes.subarray(0, bytes.length - 40))).toBe('damaged');
  expect(await attempt(bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1))).toBe('damaged');
  expect(await attempt(new TextEncoder().encode('no backup'))).toBe('notABackup');
  expect(await restore({ ...here, databaseAddress: address }, file, now, quiet)).toMatchObject({
    reason: 'notEmpty',
  });
  const settings = settingsOf({ DATA_DIR: join(folder, 'other') }, '/');
  if (settings.ok) await openInstallation(settings.value);
  const other = { ...here, dataDirectory: join(folder, 'other') };
  expect(await restore(other, file, now, quiet)).toMatchObject({ reason: 'otherInstallation' });
  expect(await restore(here, file, now, quiet)).toMatchObject({ ok: true });
  const opened = await openDatabase(address);
  if (!opened.ok) throw new Error(opened.detail);
  expect(await writeBackup(opened.value, folder, file, now, quiet)).toMatchObject({ reason: 'exists' });
  await opened.value.destroy();
});
