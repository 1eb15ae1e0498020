import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { utf8 } from '#lib/base/bytes.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { seededRandom } from '#lib/base/random.ts';
import { installBundle, type InstallProgress } from './install.ts';
import { installedRevision } from './revisions.ts';
import { brokenAfter, ServedBundle } from './served-bundle.ts';

const small = bytesOf('small', 900);
const large = bytesOf('large', 50_000);
let database: LocalDatabase;
let served: ServedBundle;

beforeEach(async () => {
  database = new LocalDatabase(`install-${crypto.randomUUID()}`);
  served = await ServedBundle.new('tiny');
  vi.stubGlobal('fetch', served.fetch);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function bytesOf(seed: string, length: number): Uint8Array<ArrayBuffer> {
  const random = seededRandom(seed);
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

async function install(publishers = [served.publisher]): Promise<number | string> {
  const result = await installBundle(database, 'tiny', publishers, () => undefined);
  return result.ok ? result.value : result.reason;
}

const chunkRequests = (): number[] =>
  served.requests.filter(({ path }) => path.startsWith('chunks/')).map(({ from }) => from);
const isChunk = (path: string): boolean => path.startsWith('chunks/');

test('[CT-16] a revision is in use once every chunk is here; the next brings only what is new', async () => {
  await served.publish(1, { small, large });
  expect(await install()).toBe(1);
  expect(await database.chunks.count()).toBe(2);
  await served.publish(2, { small, large, more: bytesOf('more', 300) });
  served.requests.length = 0;
  expect(await install()).toBe(2);
  expect(chunkRequests()).toHaveLength(1);
  expect(await install()).toBe(2);
  expect(chunkRequests()).toHaveLength(1);
});

test.each([
  ['a byte changed', (bytes: Uint8Array<ArrayBuffer>) => bytes.with(20, 33), 'wrongSignature'],
  ['cut short', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -5), 'wrongSignature'],
  ['empty', () => new Uint8Array(0), 'wrongSignature'],
])('[CT-11] a manifest %s is refused, and the revision in use stays', async (_name, change, reason) => {
  await served.publish(1, { small });
  expect(await install()).toBe(1);
  await served.publish(2, { small, large });
  served.put('manifest.json', change(served.file('manifest.json')));
  expect(await install()).toBe(reason);
  expect(await installedRevision(database, 'tiny')).toBe(1);
  expect(await database.chunks.count()).toBe(1);
});

test('[CT-11] no signature, a wrong one, another publisher, an older revision, another bundle: all refused', async () => {
  await served.publish(3, { small });
  expect(await install()).toBe(3);
  await served.publish(4, { small, large });
  const signature = served.file('manifest.sig');
  served.put('manifest.sig', undefined);
  expect(await install()).toBe('unsigned');
  served.put('manifest.sig', signature.with(5, (signature[5]! + 1) % 256));
  expect(await install()).toBe('wrongSignature');
  served.put('manifest.sig', signature.slice(1));
  expect(await install()).toBe('wrongSignature');
  served.put('manifest.sig', signature);
  expect(await install([(await ServedBundle.new('tiny')).publisher])).toBe('wrongSignature');
  expect(await install(['not a key'])).toBe('wrongSignature');
  await served.publish(2, { small, large });
  expect(await install()).toBe('older');
  await served.publish(9, { large }, 'other');
  expect(await install()).toBe('notAManifest');
  expect(await database.revisions.toCollection().primaryKeys()).toEqual([['tiny', 3]]);
  expect(await database.chunks.count()).toBe(1);
});

test('[CT-12] a chunk with one byte changed is asked for once more, then refused; the old revision stays', async () => {
  await served.publish(1, { small });
  await install();
  const { chunks } = await served.publish(2, { large });
  served.put(`chunks/${chunks[0]!.sha256}`, large.with(40_000, large[40_000]! ^ 1));
  served.requests.length = 0;
  expect(await install()).toBe('damagedChunk');
  expect(chunkRequests()).toEqual([0, 0]);
  expect(await installedRevision(database, 'tiny')).toBe(1);
  expect(await database.partials.count()).toBe(0);
  served.put(`chunks/${chunks[0]!.sha256}`, large);
  expect(await install()).toBe(2);
});

test('[CT-12] a chunk that came too short or too long is never in use', async () => {
  const { chunks } = await served.publish(1, { large });
  const path = `chunks/${chunks[0]!.sha256}`;
  served.put(path, large.slice(0, 30_000));
  expect(await install()).not.toBe(1);
  served.put(path, Uint8Array.from([...large, 0]));
  expect(await install()).toBe('damagedChunk');
  expect(await installedRevision(database, 'tiny')).toBeUndefined();
  served.put(path, large);
  expect(await install()).toBe(1);
});

test('[CT-17] a connection cut in the middle goes on from there: only the rest travels', async () => {
  await served.publish(1, { large });
  served.interference = ({ path }) => (isChunk(path) ? brokenAfter(large.slice(0, 20_000)) : undefined);
  expect(await install()).toBe('noNetwork');
  const ranged = vi.fn<(from: number) => void>();
  served.interference = ({ path, from }) => {
    if (!isChunk(path)) return undefined;
    ranged(from);
    return brokenAfter(large.slice(from, from + 10_000), 206);
  };
  expect(await install()).toBe('noNetwork');
  served.interference = () => undefined;
  served.requests.length = 0;
  const told: InstallProgress[] = [];
  const result = await installBundle(database, 'tiny', [served.publisher], (progress) => told.push(progress));
  expect(result).toEqual({ ok: true, value: 1 });
  expect(ranged).toHaveBeenCalledExactlyOnceWith(20_000);
  expect(chunkRequests()).toEqual([30_000]);
  expect(told.at(-1)).toEqual({ done: 50_000, total: 50_000 });
  expect((await database.chunks.toArray())[0]?.bytes).toEqual(large);
  expect(await database.partials.count()).toBe(0);
});

test('what was kept of a break may be all of it, may be wrong, and may meet a server without ranges', async () => {
  const { chunks } = await served.publish(1, { large });
  const { sha256 } = chunks[0]!;
  await database.partials.put({ sha256, bytes: large });
  expect(await install()).toBe(1);
  expect(chunkRequests()).toEqual([]);
  for (const bytes of [bytesOf('else', 20_000), bytesOf('else', 50_000), bytesOf('else', 60_000)]) {
    await database.chunks.clear();
    await database.partials.put({ sha256, bytes });
    expect(await install()).toBe(1);
  }
  await database.chunks.clear();
  await database.partials.put({ sha256, bytes: large.slice(0, 20_000) });
  served.interference = ({ path }) => (isChunk(path) ? new Response(large) : undefined);
  expect(await install()).toBe(1);
});

test('[CT-17] a network that stops without a word counts as cut, and what had arrived stays', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await served.publish(1, { large });
  served.interference = ({ path, signal }) => {
    if (!isChunk(path)) return undefined;
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(large.slice(0, 25_000));
        signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
    });
    return new Response(body);
  };
  const installing = install();
  await vi.waitFor(async () => expect(await database.partials.count()).toBe(1));
  await vi.advanceTimersByTimeAsync(61_000);
  expect(await installing).toBe('noNetwork');
  expect((await database.partials.toArray())[0]?.bytes.length).toBe(25_000);
});

test('[CT-18] the page of a captive portal is no network, not a forgery, and nothing of it is kept', async () => {
  const page = () => new Response('<html>Wi-Fi</html>', { headers: { 'content-type': 'text/html' } });
  await served.publish(1, { large });
  served.interference = page;
  expect(await install()).toBe('noNetwork');
  served.interference = ({ path }) => (path === 'manifest.sig' ? page() : undefined);
  expect(await install()).toBe('noNetwork');
  served.interference = ({ path }) => (isChunk(path) ? page() : undefined);
  expect(await install()).toBe('noNetwork');
  served.interference = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await install()).toBe('noNetwork');
  expect(await database.partials.count()).toBe(0);
  served.interference = () => undefined;
  expect(await install()).toBe(1);
});

test('[CT-16] chunks that another tab clears away meanwhile are fetched again before the switch', async () => {
  await served.publish(1, { small, large });
  let cleared = 0;
  served.interference = async ({ path }) => {
    if (!isChunk(path) || cleared > 0 || (await database.chunks.count()) === 0) return undefined;
    cleared = await database.chunks.count();
    await database.chunks.clear();
    return new Response(served.file(path));
  };
  expect(await install()).toBe(1);
  expect(cleared).toBe(1);
  expect(await database.chunks.count()).toBe(2);
});

test('a full or closed storage is said, and the revision in use stays', async () => {
  await served.publish(1, { small });
  await install();
  await served.publish(2, { small, large });
  const full = new Dexie.AbortError('aborted', new DOMException('no room', 'QuotaExceededError'));
  vi.spyOn(database.chunks, 'put').mockRejectedValueOnce(full);
  expect(await install()).toBe('storageFull');
  expect(await installedRevision(database, 'tiny')).toBe(1);
  expect(await install()).toBe(2);
  database.close();
  expect(await install()).toBe('storageClosed');
});

test('[CT-11] what is signed but of a later format asks for a newer application', async () => {
  const manifest = await served.publish(1, { small });
  await install();
  const later = utf8(JSON.stringify({ ...manifest, format: 2 }));
  served.put('manifest.json', later);
  served.put('manifest.sig', await served.signed(later));
  expect(await install()).toBe('unknownFormat');
  expect(await installedRevision(database, 'tiny')).toBe(1);
});
