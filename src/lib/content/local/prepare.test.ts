import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { base64url, utf8 } from '#lib/base/bytes.ts';
import { generateStoredSigningKey, signerOfJwk } from '#lib/base/platform/crypto.ts';
import { localDatabase } from '#lib/local/database.ts';
import { signInstallation } from '#lib/trust/installation.ts';
import { hasContent, prepareContent, prepareShell } from './prepare.ts';
import { verifyRevision } from './revisions.ts';
import { ServedBundle } from './served-bundle.ts';

const chunk = utf8('what is learnt');
let served: ServedBundle;
let description: unknown;
let isOnline = true;

async function descriptionBy(publisher: string): Promise<unknown> {
  const { publicKey, privateJwk } = await generateStoredSigningKey();
  const installation = {
    version: 1 as const,
    root: base64url(publicKey),
    name: 'Jalon',
    publishers: [publisher],
  };
  return signInstallation(installation, await signerOfJwk(privateJwk));
}

beforeEach(async () => {
  const database = localDatabase();
  await Promise.all(database.tables.map((table) => table.clear()));
  isOnline = true;
  served = await ServedBundle.new('tiny');
  await served.publish(1, { chunk });
  description = await descriptionBy(served.publisher);
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    if (!isOnline) throw new TypeError('Failed to fetch');
    return address === '/api/installation' ? Response.json(description) : served.fetch(address, init);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const prepare = async (): Promise<string> =>
  (await prepareContent('tiny', () => undefined)) ?? (await prepareShell(() => undefined));

test('without a network the first time nothing can begin; afterwards all is there', async () => {
  isOnline = false;
  expect(await prepare()).toBe('noNetwork');
  expect(await hasContent('tiny')).toBe(false);
  isOnline = true;
  // There is no service worker here, so the files of the application are never all verified.
  expect(await prepare()).toBe('partly');
  isOnline = false;
  expect(await prepare()).toBe('partly');
  expect(await hasContent('tiny')).toBe(true);
});

test('a captive portal’s page in place of everything is no network', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }));
  expect(await prepare()).toBe('noNetwork');
});

test('a chunk damaged on the device is mended in the same visit with a network, and never hidden without one', async () => {
  await prepare();
  const database = localDatabase();
  const damage = async (): Promise<void> => {
    const { sha256 } = (await database.chunks.toArray())[0]!;
    await database.chunks.put({ sha256, bytes: utf8('what is learnT') });
  };
  await damage();
  expect(await prepare()).toBe('partly');
  expect(await verifyRevision(database, 'tiny', 1)).toBe(true);
  await damage();
  isOnline = false;
  expect(await prepare()).toBe('noNetwork');
  expect(await hasContent('tiny')).toBe(false);
  isOnline = true;
  expect(await prepare()).toBe('partly');
});

test('a site whose root is another brings nothing, and says so; a forged description changes nothing', async () => {
  await prepare();
  const signed = description as { readonly body: string; readonly signature: string };
  const stranger = await ServedBundle.new('tiny');
  await stranger.publish(2, { chunk: utf8('something else') });
  const own = served;
  served = stranger;
  description = { ...signed, body: signed.body.replace(own.publisher, stranger.publisher) };
  expect(await prepare()).toBe('wrongSignature');
  description = await descriptionBy(stranger.publisher);
  expect(await prepare()).toBe('otherInstallation');
  expect((await localDatabase().revisions.toCollection().primaryKeys()).map(([, each]) => each)).toEqual([1]);
  expect(await hasContent('tiny')).toBe(true);
});

test('a database that does not open is said, and nothing throws', async () => {
  localDatabase().close();
  expect(await hasContent('tiny')).toBe(false);
  expect(await prepare()).toBe('storageClosed');
  await localDatabase().open();
});
