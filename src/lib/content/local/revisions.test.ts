import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { utf8 } from '#lib/base/bytes.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { installBundle } from './install.ts';
import { loadRevision } from './load-revision.ts';
import { installedRevision, isComplete, pruneRevisions, verifyRevision } from './revisions.ts';
import { ServedBundle } from './served-bundle.ts';

const [first, second, third] = ['first', 'second', 'third'].map(utf8) as [Bytes, Bytes, Bytes];
type Bytes = Uint8Array<ArrayBuffer>;
let database: LocalDatabase;
let served: ServedBundle;

beforeEach(async () => {
  database = new LocalDatabase(`revisions-${crypto.randomUUID()}`);
  served = await ServedBundle.new('tiny');
  vi.stubGlobal('fetch', served.fetch);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function install(revision: number, chunks: Readonly<Record<string, Bytes>>): Promise<void> {
  await served.publish(revision, chunks);
  expect(await installBundle(database, 'tiny', [served.publisher], () => undefined)).toMatchObject({
    ok: true,
  });
}
const kept = async (): Promise<[unknown, number]> => [
  (await database.revisions.toCollection().primaryKeys()).map(([, revision]) => revision),
  await database.chunks.count(),
];

test('[CT-19] pruning keeps the newest revision, those that attempts need, and their chunks', async () => {
  await install(1, { first });
  await install(2, { first, second });
  await install(3, { third });
  expect(await kept()).toEqual([[1, 2, 3], 3]);
  await pruneRevisions(database, 'tiny', new Set([2]));
  expect(await kept()).toEqual([[2, 3], 3]);
  await pruneRevisions(database, 'tiny', new Set());
  expect(await kept()).toEqual([[3], 1]);
  expect(await verifyRevision(database, 'tiny', 3)).toBe(true);
});

test('pruning one bundle leaves the others alone', async () => {
  await install(1, { first });
  await install(2, { second });
  await pruneRevisions(database, 'other', new Set());
  expect(await kept()).toEqual([[1, 2], 2]);
});

test('a revision that another tab installs while this one prunes is never taken for an old one', async () => {
  await install(1, { first });
  await served.publish(2, { second });
  const installing = installBundle(database, 'tiny', [served.publisher], () => undefined);
  await Promise.all([
    installing,
    ...Array.from({ length: 20 }, () => pruneRevisions(database, 'tiny', new Set([1]))),
  ]);
  expect(await installing).toEqual({ ok: true, value: 2 });
  expect(await installedRevision(database, 'tiny')).toBe(2);
  expect(await verifyRevision(database, 'tiny', 2)).toBe(true);
  expect(await verifyRevision(database, 'tiny', 1)).toBe(true);
});

test('[CT-12] a chunk damaged on the device is thrown away and fetched again', async () => {
  await install(1, { first, second });
  const { sha256, bytes } = (await database.chunks.toArray())[0]!;
  await database.chunks.put({ sha256, bytes: bytes.map((byte) => byte ^ 1) });
  expect(await isComplete(database, 'tiny', 1)).toBe(true);
  expect(await verifyRevision(database, 'tiny', 1)).toBe(false);
  expect(await isComplete(database, 'tiny', 1)).toBe(false);
  served.requests.length = 0;
  await installBundle(database, 'tiny', [served.publisher], () => undefined);
  expect(served.requests.filter(({ path }) => path.startsWith('chunks/'))).toHaveLength(1);
  expect(await verifyRevision(database, 'tiny', 1)).toBe(true);
});

test('[CT-12] a revision with a part gone or damaged is not loaded', async () => {
  await install(1, { first });
  expect(await loadRevision(database, 'tiny', 1, 'fr')).toBeUndefined();
  expect(await loadRevision(database, 'tiny', 7, 'fr')).toBeUndefined();
  expect(await verifyRevision(database, 'tiny', 7)).toBe(false);
});
