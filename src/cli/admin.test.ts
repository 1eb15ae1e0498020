import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/database.ts';
import { engine, freshAddress } from '#lib/server/fresh-database.contract.ts';
import { ingest } from '#lib/sync/server/ingest.ts';
import { joinedTo } from '#lib/sync/server/joined.contract.ts';
import { SendingDevice, type Joined } from '#lib/sync/server/sending-device.contract.ts';

let folder = '';
let address = '';
let joined: Joined;
let device: SendingDevice;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-admin-'));
  address = engine === 'sqlite' ? join(folder, 'data', 'jalon.sqlite') : await freshAddress();
  const opened = await openDatabase(address);
  if (!opened.ok) throw new Error(opened.detail);
  joined = await joinedTo(opened.value, Date.now());
  device = await SendingDevice.of(joined);
  device.share('Lina');
  await ingest(opened.value, await device.parcel(), Date.now());
  await opened.value.destroy();
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The real command, on a data directory and its database. */
function admin(data: string, database: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['src/cli/admin.ts', ...args], {
    env: {
      ...process.env,
      DATA_DIR: join(folder, data),
      ...(database.startsWith('postgres') && { DATABASE_URL: database }),
    },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}
const partsOf = ({ out }: Ended): unknown => JSON.parse(out);

test('[SV-10] help is told; what is missing is told with exit code 2', async () => {
  const help = await admin('none', 'none', '--help');
  expect(help).toMatchObject({ code: 0 });
  for (const command of ['backup', 'restore', 'rebuild', 'rotate-keys', 'erase']) {
    expect(help.out).toContain(`  ${command} `);
  }
  for (const args of [['restore'], ['erase', '--organisation', 'a']]) {
    expect(await admin('data', address, ...args)).toMatchObject({ code: 2 });
  }
});

test('[SV-10] made again, given new keys, backed up, erased, put back: nothing that was erased is there', async () => {
  const file = join(folder, 'monday.jalon');
  const { organisation } = joined;
  const rebuilt = await admin('data', address, 'rebuild', '--json');
  expect(partsOf(rebuilt)).toEqual({ events: 5 });
  expect(rebuilt.err).toContain('rebuild 100 %');
  const rotated = await admin('data', address, 'rotate-keys', '--organisation', organisation, '--json');
  expect(partsOf(rotated)).toEqual({ organisation, cards: 1 });
  const taken = await admin('data', address, 'backup', '--to', file, '--json');
  expect(partsOf(taken)).toMatchObject({ path: file });
  expect(await admin('data', address, 'backup', '--to', file, '--json')).toMatchObject({
    code: 1,
    err: expect.stringContaining('"reason":"exists"'),
  });

  const of = ['erase', '--organisation', organisation, '--device', device.writer.device, '--json'];
  expect(partsOf(await admin('data', address, ...of))).toEqual({ erased: 5 });
  expect(await readFile(join(folder, 'data', 'erasures.jsonl'), 'utf8')).toContain(device.writer.device);
  const nobody = ['erase', '--organisation', organisation, '--device', 'f'.repeat(24)];
  expect(await admin('data', address, ...nobody)).toMatchObject({ code: 1 });

  expect(await admin('data', address, 'restore', '--from', file)).toMatchObject({ code: 1, out: '' });
  // What is kept outside of the backup lies in the directory of the data, which stays.
  await rm(join(folder, 'data', 'jalon.sqlite'), { force: true });
  await rm(join(folder, 'data', 'jalon.sqlite-wal'), { force: true });
  const again = engine === 'sqlite' ? address : await freshAddress();
  const restored = await admin('data', again, 'restore', '--from', file, '--json');
  expect(restored).toMatchObject({ code: 0 });
  expect(partsOf(restored)).toMatchObject({ erasedAgain: 1 });
  const opened = await openDatabase(again);
  if (!opened.ok) throw new Error(opened.detail);
  const bodies = await opened.value.selectFrom('event').select('body').execute();
  expect(bodies).toEqual(Array(5).fill({ body: null }));
  expect(await opened.value.selectFrom('participation').selectAll().execute()).toEqual([]);
  await opened.value.destroy();
});
