import { request as httpRequest } from 'node:http';
import { expect, test, type APIRequestContext, type APIResponse } from '@playwright/test';
import fc from 'fast-check';
import { concatenated, utf8 } from '#lib/base/bytes.ts';
import { generateStoredSigningKey } from '#lib/base/platform/crypto.ts';
import { contentType, largestBody, packFrames } from '#lib/sync/wire.ts';
import { ApiDevice, codeOf, rowsOf } from './api-device.ts';
import { ServerProcess } from './server-process.ts';

let server: ServerProcess;
let device: ApiDevice;

test.beforeAll(async ({ playwright }) => {
  server = await ServerProcess.started();
  const request = await playwright.request.newContext();
  device = await ApiDevice.joined(request, server, codeOf(server, 'Bilan de rentrée'));
  await request.dispose();
});
test.afterAll(async () => server.stop('SIGKILL'));

function post(
  request: APIRequestContext,
  body: Uint8Array | string,
  type: string = contentType,
): Promise<APIResponse> {
  const data = typeof body === 'string' ? body : Buffer.from(body);
  return request.post(`${server.address}/api/sync`, { data, headers: { 'content-type': type } });
}
const framed = (...parcels: Uint8Array[]): Uint8Array =>
  packFrames(parcels.map((bytes) => ({ type: 'parcel', bytes })));
const events = (): number =>
  rowsOf<{ count: number }>(server, 'select count(*) as count from event')[0]!.count;

async function isHealthy(request: APIRequestContext): Promise<void> {
  const answer = await request.get(`${server.address}/api/health`);
  expect([answer.status(), await answer.json()]).toEqual([200, { status: 'ok' }]);
}

test('a body that is not parcels is refused with its reason, and nothing is written', async ({ request }) => {
  const parcel = framed(await device.parcel(await device.events('Lina')));
  const bodies: readonly (Uint8Array | string)[] = [
    '<!doctype html><title>Wi-Fi</title>',
    '',
    '{"events":[]}',
    '\u0000'.repeat(400),
    crypto.getRandomValues(new Uint8Array(4_000)),
    parcel.slice(0, -1),
    parcel.slice(0, 3),
    parcel.slice(1),
    concatenated(parcel, utf8('x')),
    packFrames([{ type: 'refusal', refusal: { reason: 'forked' } }]),
    packFrames([{ type: 'receipt', bytes: new Uint8Array(137) }]),
  ];
  for (const body of bodies) {
    const answer = await post(request, body);
    expect([answer.status(), await answer.json()]).toEqual([400, { reason: 'notParcels' }]);
  }
  for (const type of ['application/json', 'text/html', 'application/octet-stream']) {
    const answer = await post(request, parcel, type);
    expect([answer.status(), await answer.json()]).toEqual([415, { reason: 'wrongContentType' }]);
  }
  expect((await request.get(`${server.address}/api/sync`)).status()).toBe(405);
  expect(events()).toBe(0);
  await isHealthy(request);
});

test('a parcel of another, of nowhere, changed or cut is refused by a frame, and nothing is written', async ({
  request,
}) => {
  const own = await device.events('Lina');
  const parcel = await device.parcel(own);
  const changed = (at: number): Uint8Array => parcel.with(at, parcel[at]! ^ 1);
  const cases: readonly [Uint8Array, number, string][] = [
    [await device.parcel(own, [], await generateStoredSigningKey()), 403, 'wrongSignature'],
    [changed(parcel.length - 1), 403, 'wrongSignature'],
    [await device.parcel(own.slice(1)), 403, 'notEnrolled'],
    [changed(4), 404, 'unknownOrganisation'],
    [changed(24), 400, 'unknownKey'],
    [changed(140), 400, 'doesNotOpen'],
    [parcel.slice(0, 120), 400, 'notAParcel'],
    [utf8('not a parcel, only framed as one'), 400, 'notAParcel'],
  ];
  for (const [bytes, status, reason] of cases) {
    const answer = await post(request, framed(bytes));
    expect([answer.status(), answer.headers()['content-type']]).toEqual([status, contentType]);
    expect((await device.read(await answer.body())).refusal).toMatchObject({ reason });
  }
  expect(events()).toBe(0);
  // One bad parcel does not keep a good one out.
  const answer = await post(request, framed(changed(140), parcel));
  const { receipt, refusal } = await device.read(await answer.body());
  expect([answer.status(), receipt?.upto, refusal?.reason]).toEqual([200, 4, 'doesNotOpen']);
});

test('the same parcel again, and several times in one request, is one participation with the same receipt', async ({
  request,
}) => {
  const twin = await ApiDevice.joined(request, server, codeOf(server, 'Bilan de rentrée'));
  const sent = await twin.events('Maïa');
  const parcel = await twin.parcel(sent);
  const receipts = [];
  for (const body of [framed(parcel), framed(parcel), framed(parcel, parcel, await twin.parcel(sent))]) {
    const answer = await post(request, body);
    expect(answer.status()).toBe(200);
    const { receipt } = await twin.read(await answer.body());
    receipts.push({ upto: receipt?.upto, head: receipt?.head });
  }
  expect(receipts).toEqual(Array(3).fill({ upto: 4, head: receipts[0]?.head }));
  const people = `select count(*) as count from participation where nickname = 'Maïa'`;
  await expect.poll(() => rowsOf<{ count: number }>(server, people)[0]?.count).toBe(1);
  const fork = await post(request, framed(await twin.parcel(await twin.events('Autre'))));
  expect(fork.status()).toBe(409);
  expect((await twin.read(await fork.body())).refusal).toMatchObject({ reason: 'forked', upto: 1 });
  await expect.poll(() => rowsOf<{ count: number }>(server, people)[0]?.count).toBe(1);
});

test('ten megabytes are refused before they travel, announced or not', async ({ request }) => {
  const total = 10 * 1024 * 1024;
  const address = new URL('/api/sync', server.address);
  const refusedAfter = (headers: Readonly<Record<string, string>>): Promise<[number, string, number]> =>
    new Promise((resolve, reject) => {
      let sent = 0;
      const upload = httpRequest(address, {
        method: 'POST',
        headers: { 'content-type': contentType, ...headers },
      });
      upload.on('error', reject);
      upload.on('response', (answer) => {
        let said = '';
        answer.on('data', (data: Buffer) => (said += data.toString()));
        answer.on('end', () => {
          resolve([answer.statusCode ?? 0, said, sent]);
          upload.destroy();
        });
      });
      const more = (): void => {
        if (upload.destroyed || sent >= total) return;
        sent += 65_536;
        // Slowly enough for an answer to come in between.
        upload.write(new Uint8Array(65_536), () => setImmediate(more));
      };
      more();
    });
  for (const headers of [{ 'content-length': `${total}` }, { 'transfer-encoding': 'chunked' }]) {
    const [status, said, sent] = await refusedAfter(headers);
    expect([status, JSON.parse(said)]).toEqual([413, { reason: 'tooLarge' }]);
    expect(sent).toBeLessThan(total / 2);
  }
  const justOver = await post(request, new Uint8Array(largestBody + 1));
  expect([justOver.status(), await justOver.json()]).toEqual([413, { reason: 'tooLarge' }]);
  await isHealthy(request);
});

test('whatever the bytes, the answer is never a fault of the server', async ({ request }) => {
  const before = events();
  const parcel = await device.parcel(await device.events('Lina'));
  // A real parcel with a run of its bytes replaced reaches deeper than noise.
  const mangled = fc
    .tuple(fc.nat(parcel.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 }))
    .map(([at, bytes]) => concatenated(parcel.slice(0, at), bytes, parcel.slice(at + bytes.length)));
  const inside = fc.oneof(mangled, fc.uint8Array({ maxLength: 300 }), fc.constant(new Uint8Array(70_000)));
  const body = fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 500 }) },
    {
      weight: 4,
      arbitrary: fc.array(inside, { minLength: 1, maxLength: 12 }).map((parts) => framed(...parts)),
    },
  );
  await fc.assert(
    fc.asyncProperty(body, async (bytes) => {
      const answer = await post(request, bytes);
      expect([400, 403, 404, 409, 413]).toContain(answer.status());
    }),
    { numRuns: 450, endOnFailure: true },
  );
  expect(events()).toBe(before);
  await isHealthy(request);
  const again = await post(request, framed(parcel));
  expect(again.status()).toBeLessThan(500);
});

test('a flood is told to wait, and passes', async ({ request }) => {
  const statuses = new Set<number>();
  let last = await post(request, '');
  for (let more = 0; more < 600 && last.status() !== 429; more += 1) {
    statuses.add(last.status());
    last = await post(request, '');
  }
  expect([...statuses]).toEqual([400]);
  expect([last.status(), await last.json()]).toEqual([429, { reason: 'tooMany' }]);
  await isHealthy(request);
});
